// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/script/script.h"

#include <string>
#include <vector>

namespace recital {

/// A word of a sentence as written, with adjacent punctuation.
struct WrittenWord {
    std::string text;
    bool spaced = false; ///< whether a blank precedes it
    TextRange spoken;    ///< bytes of the spoken form; empty if it is not spoken
};

/// The words of a sentence in order; concatenated with their blanks they are its source. The text is split at
/// blanks, and between ideographs in scripts without blanks, but never inside what is spoken as one unit: "3
/// May 1957" as a date is one word. Separate punctuation belongs to the word before it.
[[nodiscard]] std::vector<WrittenWord> written_words(const Sentence& sentence);

} // namespace recital
