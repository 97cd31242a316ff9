// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "container/book/chapter_mark.h"
#include "container/sidecar/subtitles.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a publication says of the sound that it belongs to.
struct PublicationHead {
    std::string title;
    std::string artist;   ///< may be empty
    std::string language; ///< BCP 47; may be empty
    double seconds = 0;   ///< of the sound
    std::vector<ChapterMark> chapters;
};

/// What a stretch of text is.
enum class TextKind {
    heading,
    paragraph,
    announcement, ///< said beside the text
};

/// A sentence of the text, with its times if it is heard. What it refers to is valid only during the call.
struct PublishedSentence {
    std::string_view written;                 ///< as in the source
    std::span<const TextRange> emphases = {}; ///< bytes of `written` that the source sets apart
    bool is_heard = false;                    ///< otherwise the rest is empty
    SubtitleCue whole = {};                   ///< in one line, with its words
    std::vector<SubtitleCue> cues = {};       ///< as subtitles show it
};

/// Writes one file with the text of a book, or of a chapter, from its structure: the book has chapters, they
/// have blocks (headings and paragraphs), these have sentences. Each function is called in reading order and
/// returns what comes next in the file. A writer of subtitles has no use for the structure and leaves most of
/// them out.
class PublicationWriter {
public:
    PublicationWriter() = default;
    PublicationWriter(const PublicationWriter&) = delete;
    PublicationWriter& operator=(const PublicationWriter&) = delete;
    virtual ~PublicationWriter() = default;

    [[nodiscard]] virtual std::string begin(const PublicationHead& /*head*/) { return {}; }
    /// `has_heading`: the title is a heading of the source; otherwise it was made from the text.
    [[nodiscard]] virtual std::string begin_chapter(std::string_view /*title*/, bool /*has_heading*/) {
        return {};
    }
    [[nodiscard]] virtual std::string begin_block(TextKind /*kind*/) { return {}; }
    [[nodiscard]] virtual std::string sentence(const PublishedSentence& sentence) = 0;
    [[nodiscard]] virtual std::string end_block() { return {}; }
    [[nodiscard]] virtual std::string end_chapter() { return {}; }
    [[nodiscard]] virtual std::string end() { return {}; }
};

/// One kind of file with the text of a book, beside its sound: everything that depends on which one it is.
/// `publications.cpp` lists them all.
struct Publication {
    std::string_view name; ///< as on the command line and, after a dot, the file's extension
    std::unique_ptr<PublicationWriter> (*make_writer)();
    /// The cues of such a file, in their order; nothing if it is another program's file of the same name.
    /// Throws an `input` error with the line, or the number of the sentence, if one cannot be read.
    std::optional<std::vector<SubtitleCue>> (*parse)(std::string_view content);
    std::string_view opening; ///< how files of this program begin; empty if the format cannot say it
};

} // namespace recital
