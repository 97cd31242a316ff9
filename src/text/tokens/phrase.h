// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// True for one character, of any script.
[[nodiscard]] bool is_single_letter(std::string_view word);

/// True if there is nothing but capitals of ASCII.
[[nodiscard]] bool is_ascii_capitals(std::string_view word);

/// Whether a noun of several things is there.
[[nodiscard]] bool is_plural(const Cursor& cursor, std::size_t index);

/// Whether a word in small letters is there that may be a noun: no preposition, no known verb, and none that
/// opens sentences as pronouns do.
[[nodiscard]] bool is_noun(const Cursor& cursor, std::size_t index);

/// Whether an article or the like precedes the last token, and a noun is at the index: a 10 km walk.
[[nodiscard]] bool is_before_noun(const Cursor& cursor, std::size_t noun);

/// Whether the word is capitalised and part of a name, not an initialism: neither "The" nor "TCP".
[[nodiscard]] bool is_name_part(const Cursor& cursor, std::size_t index);

/// Whether the preceding word, or the numeral that this one continues, makes it a cardinal.
[[nodiscard]] bool follows_numbered_thing(const Cursor& cursor, std::size_t index);

/// Whether a word of lengths precedes the number at the index: lasts 7', Duration: c. 8'.
[[nodiscard]] bool follows_lasting(const Cursor& cursor, std::size_t index);

} // namespace recital
