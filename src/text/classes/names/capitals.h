// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <string_view>

namespace recital {

[[nodiscard]] bool is_vowel(char letter);

/// Whether the capitals open and close as a word can: LRAM and SACD do not.
[[nodiscard]] bool has_word_borders(std::string_view capitals, const Language& language);

/// Whether the capitals close as a word can; known only of languages that list such endings.
[[nodiscard]] bool has_word_ending(std::string_view capitals, const Language& language);

/// Whether four capitals could be a word: no run of three vowels or consonants, no consonant pair between two
/// vowels (UCLA).
[[nodiscard]] bool is_pronounceable(std::string_view capitals);

} // namespace recital
