// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// The run of letters that starts at byte `position`; empty if there is none. A view into `text`.
[[nodiscard]] std::string_view letters_at(std::string_view text, std::size_t position);

/// The word without the marks that open a quotation or a bracket before it.
[[nodiscard]] std::string_view without_openers(std::string_view word);

/// Whether a word that opens sentences, or a title before a name, starts at byte `position`.
[[nodiscard]] bool opens_sentence(std::string_view text, std::size_t position, const Language& language);

/// Whether two words with full stops form one abbreviation: "i. e.", "p. m.".
[[nodiscard]] bool is_abbreviation_of_two(std::string_view first, std::string_view second,
                                          const Language& language);

/// The reading of the abbreviation at bytes [begin, end), without its full stop, that fits its context;
/// `text` starts where the sentence does. Null if it is not an abbreviation here. The result belongs to
/// `language`.
[[nodiscard]] const Abbreviation* fitting_abbreviation(std::string_view text, std::size_t begin,
                                                       std::size_t end, const Language& language);

} // namespace recital
