// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "document/model/document.h"
#include "text/script/packed_spans.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

class Language;

/// How a span of a spoken form is pronounced, instead of by the voice's own rules.
struct Pronunciation {
    std::size_t begin = 0; ///< bytes in the spoken form
    std::size_t end = 0;
    std::string phonemes; ///< the engine's mnemonics, one space between words
    SourcePlace entry;    ///< the lexicon entry, or the evidence for the language
    bool foreign = false; ///< a name that is spoken as in its language
    bool stated = false;  ///< as the text says that the name is pronounced
};

/// The input of the voice for one sentence.
struct SpokenForm {
    std::string text;
    std::vector<Pronunciation> pronunciations = {};
    bool quoted = false;                    ///< whether all of it is a quotation
    std::vector<TextRange> stresses = {};   ///< words of the text that are stressed, in order
    std::vector<TextRange> quotations = {}; ///< quoted parts of the text, in order
    std::vector<std::size_t> dashes = {};   ///< bytes of commas that represent a dash or a parenthesis
};

/// One sentence as written and as spoken.
struct Sentence {
    std::string source;   ///< as written, repaired
    std::string spoken;   ///< words for the voice: no digits, no symbols that it would misread
    std::size_t line = 0; ///< of its paragraph in the source
    std::vector<Pronunciation> pronunciations = {}; ///< in order, without overlaps; see pronounce
    bool quoted = false;                            ///< whether it is inside a quotation
    std::vector<TextRange> stresses = {};           ///< of `spoken`, in order; see stressed_words
    std::vector<TextRange> quotations = {};         ///< of `spoken`, in order; see quoted_parts
    std::vector<std::size_t> dashes = {};           ///< of `spoken`; see dash_places
    PackedSpans spans = {};                         ///< in the order of both forms; see spoken_spans
    std::vector<TextRange> emphases = {};           ///< of `source`: what the document sets apart, in order
};

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
    std::vector<Sentence> sentences; ///< at least one
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

/// The sentences of one paragraph, in order, each with its spoken form; `line` is passed through, `emphases`
/// are those of the paragraph.
[[nodiscard]] std::vector<Sentence> read_aloud(std::string_view paragraph, const Language& language,
                                               std::size_t line = 0,
                                               std::span<const TextRange> emphases = {});

} // namespace recital
