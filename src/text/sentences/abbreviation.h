// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// The letters that are at `position`; empty if there are none.
[[nodiscard]] std::string_view letters_at(std::string_view text, std::size_t position);

/// Whether a word that opens sentences, or a title before a name, is at `position`.
[[nodiscard]] bool opens_sentence(std::string_view text, std::size_t position, const Language& language);

/// Whether two words with stops make one abbreviation: "i. e.", "p. m.".
[[nodiscard]] bool is_abbreviation_of_two(std::string_view first, std::string_view second,
                                          const Language& language);

/// The reading of the abbreviation at [begin, end), its stop not included, that fits what stands around it in
/// the text; `text` starts where the sentence does. Null if it is no abbreviation here.
[[nodiscard]] const Abbreviation* fitting_abbreviation(std::string_view text, std::size_t begin,
                                                       std::size_t end, const Language& language);

} // namespace recital
