// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// Length in bytes of the mark that opens (or closes) a quotation or a parenthesis at `position`; 0 if none
/// does.
[[nodiscard]] std::size_t opening_mark(std::string_view text, std::size_t position);
[[nodiscard]] std::size_t closing_mark(std::string_view text, std::size_t position);

/// Length in bytes of the dash or hyphen at `position`; 0 if there is none.
[[nodiscard]] std::size_t dash_mark(std::string_view text, std::size_t position);

/// After the mark that closes the quotation or parenthesis opening at `position`; `npos` where nothing opens
/// there (an apostrophe, an inch mark) or where it is not closed within a reasonable length.
[[nodiscard]] std::size_t end_of_bracketed(std::string_view text, std::size_t position);

} // namespace recital
