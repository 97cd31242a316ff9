// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// A run of text that is read without a paragraph's pause inside.
struct Paragraph {
    std::string text;       ///< NFC, one line, single spaces, no control characters; never empty
    std::size_t line = 0;   ///< line of its first character in the source, from 1
    std::size_t source = 0; ///< index into Document::sources
};

/// A stretch of paragraphs under one title: what becomes a chapter.
struct Section {
    std::string title; ///< as it stands in a list of chapters; unique within the document, never empty
    bool derived =
        false; ///< the title was made from the opening phrase of a paragraph, not a heading of the source:
               ///< it is shown but not spoken, and the section starts after a paragraph's pause
    std::size_t line = 0; ///< line of the heading, or of the first paragraph
    std::size_t source = 0;
    std::vector<Paragraph> paragraphs; ///< at least one
};

/// A biography as it was read: repaired text in its structure, and whom it is about.
struct Document {
    std::string musician; ///< full name as written; where it is about nobody in particular, its title
    std::string id;       ///< the musician's identity where the source declares one, else empty
    std::string title;    ///< title of the text where the source has one, else empty
    std::string author;   ///< author of the text where known, else empty
    std::string date; ///< date of the text (ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD) where known, else empty
    std::string description;          ///< of the text where its source gives one, else empty
    std::string rights;               ///< to the text where its source states them, else empty
    std::string cover;                ///< the bytes of an image that comes with the text, else empty
    std::string born;                 ///< year of the musician's birth where the text says it, else empty
    std::string died;                 ///< year of the musician's death where the text says it, else empty
    std::string occupation;           ///< "pianist", where the first sentence says it, else empty
    std::vector<std::string> aliases; ///< other forms of the musician's name: "Beethoven", "Ludwig", "Duke"
    std::string evidence;             ///< what `musician` rests on: "the subject of the first sentence"
    bool certain = true; ///< whether that is the text itself or a person, not a title or a file's name
    int part = 0; ///< the place of this text among several about the musician, 0 where none is declared
    std::string language;                ///< BCP 47 tag, "en" where nothing tells otherwise
    std::vector<std::string> sources;    ///< paths as they were given
    std::vector<Section> sections;       ///< at least one
    std::vector<Diagnostic> diagnostics; ///< what was odd, repaired or guessed
};

} // namespace recital
