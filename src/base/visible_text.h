// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// Whether there is a letter or a digit in the text that can be seen: U+3164 and its like are letters for
/// Unicode, and look like blanks.
[[nodiscard]] bool has_letter_or_digit(std::string_view text);

/// Whether there is a word in the text: two letters in a row, or one letter of a script that sets no blanks
/// between words.
[[nodiscard]] bool has_word(std::string_view text);

/// Whether blanks part the words of the letter's script; of Chinese, Thai and some others they do not.
[[nodiscard]] bool is_of_script_with_blanks(char32_t letter);

/// Whether there is anything in the text but blanks, control characters and characters without a shape.
[[nodiscard]] bool is_visible(std::string_view text);

} // namespace recital
