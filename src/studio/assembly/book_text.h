// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/publication.h"
#include "studio/assembly/book_in_progress.h"

#include <cstddef>
#include <string>

namespace recital {

/// Where a passage is in the text: headings and paragraphs are of one or more passages.
struct TextPlace {
    TextKind kind = TextKind::paragraph;
    bool is_first = false; ///< of its heading or paragraph
    bool is_last = false;
};

/// The text of a book in progress as its source has it, for writers: chapters of headings and paragraphs of
/// sentences, in order. A view: the book must outlive it and everything that it returns.
class BookText {
public:
    explicit BookText(const BookInProgress& book) : book_(book) {}

    [[nodiscard]] std::size_t chapters() const { return book_.chapters(); }
    [[nodiscard]] const std::string& title(std::size_t chapter) const { return book_.chapter_title(chapter); }
    /// True if the title is a heading of the source, spoken or not; otherwise it was made from the text.
    [[nodiscard]] bool has_heading(std::size_t chapter) const { return book_.has_heading(chapter); }

    /// Of the passage in that slot of the book.
    [[nodiscard]] TextPlace place_of(std::size_t slot) const;
    /// Its sentences; none for the pause at the head of the book. `written_words` has the words of one, and
    /// parts of a sentence too long for one passage follow each other as sentences.
    [[nodiscard]] const PackedSentences& sentences(std::size_t slot) const {
        return book_.passage(slot).sentences;
    }

private:
    const BookInProgress& book_;
};

} // namespace recital
