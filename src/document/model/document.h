// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "document/model/metadata.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// Text that is read without a paragraph's pause inside.
struct Paragraph {
    std::string text;       ///< NFC, one line, single spaces, no control characters; never empty
    std::size_t line = 0;   ///< line of its first character in the source, from 1
    std::size_t source = 0; ///< index into Document::sources
    std::vector<TextRange> emphases = {}; ///< spans that the source emphasises (italics, bold), in order
    bool heading = false;                 ///< a heading of the source inside its section
};

/// Consecutive paragraphs under one title; becomes a chapter.
struct Section {
    std::string title; ///< as shown in a list of chapters; unique within the document, never empty
    /// The heading that the source has at its start, as spoken. Empty if there is none: then the title was
    /// made from the opening phrase or from later headings and is shown but not spoken, and the section
    /// starts after a paragraph's pause.
    std::string heading = {};
    std::size_t line = 0; ///< line of the heading, or of the first paragraph
    std::size_t source = 0;
    std::vector<Paragraph> paragraphs; ///< at least one
};

/// A pronunciation that the text gives for a name: "Sade (/ʃɑːˈdeɪ/ shah-DAY)".
struct StatedPronunciation {
    enum class Kind {
        ipa,        ///< `written` is IPA without its brackets
        respelling, ///< syllables: "shah-DAY"
        alike,      ///< words that sound the same: "churches"
        rhyme,      ///< a word that rhymes with the name: "vogue"
    };
    Kind kind = Kind::ipa;
    std::string name;     ///< the words before it, of which some are the name; empty if none are near
    std::string written;  ///< the pronunciation
    std::string language; ///< what the text calls its language, in lower case: "czech"; empty if it does not
    std::size_t line = 0; ///< of its paragraph in the source
    std::size_t source = 0; ///< index into Document::sources
};

/// A biography as read: repaired text in its structure, its subject and its metadata.
struct Document : Subject, Metadata {
    std::vector<std::string> sources;                ///< paths as they were given
    std::vector<Section> sections;                   ///< at least one
    std::vector<StatedPronunciation> pronunciations; ///< in the order of the text
    std::vector<Diagnostic> diagnostics;             ///< what was unusual, repaired or guessed
    std::vector<Diagnostic> notices;                 ///< what was decided and can be changed by an option
};

} // namespace recital
