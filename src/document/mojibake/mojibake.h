// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One span of text that had been decoded wrongly and was repaired.
struct Repair {
    std::size_t position = 0; ///< byte of the span in the damaged text
    std::string before;
    std::string after;
    bool guessed = false; ///< bytes had been lost, and other repairs would have been possible
};

/// A text with its mojibake repaired.
struct RepairedText {
    std::string text;
    std::vector<Repair> repairs; ///< in the order of the text; empty if nothing was changed
    /// Byte of the damaged text from which on nothing is repaired, because it is not understood.
    std::optional<std::size_t> given_up_at;
};

/// Repairs text whose UTF-8 bytes were once decoded as another encoding ("â€“" for a dash). Each smallest
/// span is decided separately, so that one bad dash in a clean paragraph is repaired and everything around it
/// is unchanged. Text that only looks unusual is unchanged.
[[nodiscard]] RepairedText repair_mojibake(std::string_view text);

} // namespace recital
