// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// A line that may be the head or foot of a page.
struct PageLine {
    std::size_t line = 0;    ///< index
    int number = 0;          ///< of the page; 0 if it has none
    std::string key;         ///< the rest of the line, folded; empty for a page number
    bool set_apart = false;  ///< the number is set apart from the rest, or is all there is
    bool certain = false;    ///< "Page 3 of 9"
    bool interrupts = false; ///< a sentence goes on after it
};

/// The head or foot that a line, without blanks at its ends, may be by itself: "12", "Page 3 of 9", "12  MARA
/// BELL", "MARA BELL". Nothing for any other line; `line` and `interrupts` are not set.
[[nodiscard]] std::optional<PageLine> page_line(std::string_view text);

} // namespace recital
