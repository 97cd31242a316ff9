// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// Whether the character ends sentences, with or without a blank after it: 。 । ؟ ۔ and the like (Unicode's
/// Sentence_Terminal). False for ASCII marks and "…", which depend on their context.
[[nodiscard]] bool ends_sentence_by_itself(char32_t code_point);

/// The equivalent among , ; : . ? ! of a mark of another script (a comma for 、); '\0' for any other
/// character and for ASCII.
[[nodiscard]] char plain_mark(char32_t code_point);

/// The character itself if it is one of , ; : . ? ! or its equivalent for a mark of another script; '\0' for
/// any other.
[[nodiscard]] char mark_of(char32_t code_point);

/// Whether the character is an opening bracket or quotation mark: ( 「 “ « (Unicode's categories Ps and Pi).
[[nodiscard]] bool is_opening_mark(char32_t code_point);

/// Whether a line must not begin with the character: closing and separating marks.
[[nodiscard]] bool is_closing_mark(char32_t code_point);

/// Whether the character is written without blanks around it and takes two columns: Chinese, Japanese, their
/// marks, and Korean (Unicode Standard Annex 11, East Asian Width W and F).
[[nodiscard]] bool is_wide(char32_t code_point);

} // namespace recital
