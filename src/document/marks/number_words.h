// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/language/word_set.h"

#include <string>

namespace recital {

/// Words beside numbers, from `data/document/number_words.tsv`; compare after case folding.
struct NumberWords {
    using Set = WordSet;

    Set before; ///< "op": the number after it belongs to it
    Set years;  ///< "in": a number of four digits after it is a year
    Set units;  ///< "hz": the number before it is a measurement
    Set named;  ///< "op": the number after it and its full stop may end a sentence
    Set notes;  ///< "note": begins the name of a note in square brackets, "[note 4]"
    Set pages;  ///< "p": with a full stop, precedes a page after a mark

    /// The words installed with the program, loaded on first use and kept until the program ends. Throws a
    /// `usage` error with file and line for an entry of unknown kind.
    [[nodiscard]] static const NumberWords& known();
};

} // namespace recital
