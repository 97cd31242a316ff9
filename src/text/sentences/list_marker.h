// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// Whether the text is exactly the marker of a list item or of a speaker, without its full stop: "1", "(a",
/// "IV", "Q".
[[nodiscard]] bool is_list_marker(std::string_view text);

/// Where the list item that starts at `start` ("1. ", "b) ", "• ") ends and the next one of the same list
/// begins; `npos` if no list item starts there or none follows.
[[nodiscard]] std::size_t end_of_list_item(std::string_view text, std::size_t start);

/// "Der 2. Satz", "Karl II. Wasa": whether the stop after the number may be that of an ordinal. "Op. 5" and
/// "Seite 5" have none; of a hundred and more the word before it tells: "sein 100. Konzert".
[[nodiscard]] bool is_ordinal_number(std::string_view number, std::string_view before,
                                     const Language& language);

/// Whether a number with a full stop between the two words is an ordinal, as in German: his 2. Sonata, the
/// III. Symphony. `number` is in figures or roman, `before` is a determiner or the ending of a possessive,
/// `after` a thing that is numbered.
[[nodiscard]] bool counts_thing(std::string_view before, std::string_view number, std::string_view after,
                                const Language& language);

} // namespace recital
