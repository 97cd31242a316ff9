// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/script/script.h"

#include <string>
#include <vector>

namespace recital {

/// A word of a sentence as it is written, with the punctuation beside it.
struct WrittenWord {
    std::string text;
    bool spaced = false; ///< whether a blank is before it
    TextRange spoken;    ///< bytes of the spoken form that say it; empty if it is not said
};

/// The words of a sentence in order; with the blanks they make up its source. They are split at blanks and
/// between the ideographs of scripts that have none, but never inside of what is said as one: "3 May 1957"
/// said as a date is one. Punctuation that is alone belongs to the word before it.
[[nodiscard]] std::vector<WrittenWord> written_words(const Sentence& sentence);

} // namespace recital
