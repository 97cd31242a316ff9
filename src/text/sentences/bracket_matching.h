// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// Length in bytes of the mark at `position` that opens (or closes) a quotation or a parenthesis; 0 if there
/// is none.
[[nodiscard]] std::size_t opening_mark(std::string_view text, std::size_t position);
[[nodiscard]] std::size_t closing_mark(std::string_view text, std::size_t position);

/// Length in bytes of the dash or hyphen at `position`; 0 if there is none.
[[nodiscard]] std::size_t dash_mark(std::string_view text, std::size_t position);

/// The byte after the mark that closes the quotation or parenthesis opened at `position`; `npos` if none is
/// opened there (an apostrophe, an inch mark) or if it is not closed within 1200 bytes.
[[nodiscard]] std::size_t end_of_bracketed(std::string_view text, std::size_t position);

/// Whether the parenthesis at `position`, after a mark that could end a sentence, belongs to that sentence:
/// "Help! (1965) was ..." and "... so it ended." (Smith 55).
[[nodiscard]] bool is_continued_by_parenthesis(std::string_view text, std::size_t position);

} // namespace recital
