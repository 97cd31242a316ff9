// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "document/model/document.h"
#include "text/script/packed_sentences.h"
#include "text/script/sentence.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

class Language;

/// The role of a passage, which decides voice and pauses.
enum class Role {
    body,    ///< running text
    heading, ///< a heading of the source, spoken
};

/// The border that follows a passage; its length in seconds is the voice profile's.
enum class Border {
    clause,    ///< inside a sentence too long for one take
    sentence,  ///< inside a paragraph
    paragraph, ///< between paragraphs, also before a chapter without a heading at its start
    title,     ///< after a spoken heading
    chapter,   ///< before a chapter with a heading of the source
    end,       ///< of the book
};

/// Complete sentences of one paragraph, or a part of one very long sentence: the unit of rendering.
struct Passage {
    Role role = Role::body;
    PackedSentences sentences; ///< at least one
    Border border = Border::sentence;
    std::size_t source = 0;       ///< index into Document::sources
    bool is_announcement = false; ///< said beside the text, which does not have it
};

/// The spoken content of one chapter.
struct Chapter {
    std::string title;
    std::vector<Passage> passages;
    bool has_heading = false; ///< whether the title is a heading of the source, spoken or not
};

/// A document turned into what will be spoken.
struct Script {
    std::string musician;
    std::string language;          ///< BCP 47
    std::vector<Chapter> chapters; ///< at least one, each with at least one passage
};

/// What is spoken in a book in addition to its text.
struct SpokenAnnouncements {
    std::string opening = {};   ///< before the first chapter; empty for none
    std::string closing = {};   ///< after the last chapter; empty for none
    bool chapter_titles = true; ///< whether the chapters' titles that are headings of the source are spoken
};

/// The maximum length of a passage (see `speech_length`) for `seconds` of speech at that rate.
[[nodiscard]] std::size_t passage_limit(double words_per_minute, double seconds = 40.0);

/// Cuts a document into chapters, passages and sentences and says every sentence in words. Passages of one
/// paragraph are cut where the text itself decides, so that editing a sentence moves no cut but those beside
/// it. `passage_characters` is the limit of `passage_limit`. Announcements are spoken as headings. Throws an
/// `input` error if there is nothing to speak.
[[nodiscard]] Script make_script(const Document& document, const Language& language,
                                 std::size_t passage_characters,
                                 const SpokenAnnouncements& announcements = {});

/// The same of `sections` instead of the document's own, each of which is freed when it has been cut: of a
/// long text there is no memory for both.
[[nodiscard]] Script make_script(const Document& document, std::vector<Section> sections,
                                 const Language& language, std::size_t passage_characters,
                                 const SpokenAnnouncements& announcements);

/// The sentences of one paragraph, in order, each with its spoken form; `line` is passed through, `emphases`
/// are those of the paragraph.
[[nodiscard]] std::vector<Sentence> read_aloud(std::string_view paragraph, const Language& language,
                                               std::size_t line = 0,
                                               std::span<const TextRange> emphases = {});

} // namespace recital
