// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace recital {

inline constexpr std::string_view white_space = " \t\r\n\v\f"; ///< of ASCII

/// The text without the given bytes at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view bytes = white_space);

/// Whether the text is not empty and has the given bytes alone.
[[nodiscard]] bool consists_of(std::string_view text, std::string_view bytes);

/// Whether the text is ASCII digits, one at least.
[[nodiscard]] bool is_digits(std::string_view text);

/// Takes off the text what is before its first separator, and the separator; all of it where there is none.
[[nodiscard]] std::string_view cut_front(std::string_view& text, char separator);

/// What is between the separators, as it is; for an empty text one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace recital
