// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// Whether the character ends sentences in a script of its own, with or without a blank after it: 。 । ؟ ۔
/// and the like (Unicode's Sentence_Terminal). Not the marks of ASCII, nor "…", which need a look around.
[[nodiscard]] bool ends_sentence_by_itself(char32_t code_point);

/// Which of , ; : . ? ! a mark of another script stands for (、 is a comma); '\0' for any other character and
/// for those of ASCII.
[[nodiscard]] char plain_mark(char32_t code_point);

/// Which of , ; : . ? ! the character is or, in another script, stands for; '\0' for any other.
[[nodiscard]] char mark_of(char32_t code_point);

/// Whether the character opens what another one closes: ( 「 “ « (Unicode's categories Ps and Pi).
[[nodiscard]] bool is_opening_mark(char32_t code_point);

/// Whether no line may begin with the character: marks that close or part what precedes them.
[[nodiscard]] bool is_closing_mark(char32_t code_point);

/// Whether the character is written without blanks around it and takes two columns: Chinese, Japanese, their
/// marks, and Korean (Unicode Standard Annex 11, East Asian Width W and F).
[[nodiscard]] bool is_wide(char32_t code_point);

} // namespace recital
