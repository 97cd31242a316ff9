// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

// How a person is shown texts of files, arguments, libraries and workers. Escaped are control characters (C0,
// DEL, C1), line and paragraph separators, characters that change the direction of writing, and bytes that
// are not UTF-8: "\n", "\x1B", "\u202E", "\xFF". What is escaped already stays as it is.

/// All of the text, on one line.
[[nodiscard]] std::string shown_whole(std::string_view text);

/// All of the text; its line ends stay.
[[nodiscard]] std::string shown_lines(std::string_view text);

inline constexpr std::size_t max_shown_characters = 1000; ///< of a name, path, key or message

/// The text on one line. Of one that is longer than `max_characters` the start and the end remain, with the
/// number of characters between them: "xxx[... 9800 characters ...]xxx".
[[nodiscard]] std::string shown(std::string_view text, std::size_t max_characters = max_shown_characters);

/// The text on one line in at most `columns` of a terminal; its end is replaced by "..." if it is longer.
[[nodiscard]] std::string shown_in_columns(std::string_view text, std::size_t columns);

/// The same JSON value without the characters that are escaped above: in a string, a reader of JSON gets them
/// back. Line ends at the end of the text stay.
[[nodiscard]] std::string json_for_terminals(std::string_view json);

} // namespace recital
