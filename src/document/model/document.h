// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "document/model/metadata.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// A run of text that is read without a paragraph's pause inside.
struct Paragraph {
    std::string text;       ///< NFC, one line, single spaces, no control characters; never empty
    std::size_t line = 0;   ///< line of its first character in the source, from 1
    std::size_t source = 0; ///< index into Document::sources
    std::vector<TextRange> emphases = {}; ///< stretches that the source sets apart (italics, bold), in order
    bool heading = false;                 ///< a heading of the source that stands inside its section
};

/// A stretch of paragraphs under one title: what becomes a chapter.
struct Section {
    std::string title; ///< as it stands in a list of chapters; unique within the document, never empty
    /// The heading that the source has at its start, as it is spoken. Empty where there is none: the title
    /// was made from the opening phrase or of headings further on, is shown but not spoken, and the section
    /// starts after a paragraph's pause.
    std::string heading = {};
    std::size_t line = 0; ///< line of the heading, or of the first paragraph
    std::size_t source = 0;
    std::vector<Paragraph> paragraphs; ///< at least one
};

/// A biography as it was read: repaired text in its structure, whom it is about, and what it says of itself.
struct Document : Subject, Metadata {
    std::vector<std::string> sources;    ///< paths as they were given
    std::vector<Section> sections;       ///< at least one
    std::vector<Diagnostic> diagnostics; ///< what was odd, repaired or guessed
};

} // namespace recital
