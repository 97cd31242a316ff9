// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/amount_text.h"

#include <fmt/format.h>

namespace recital {

std::string file_size(std::uint64_t bytes) {
    const auto amount = static_cast<double>(bytes);
    if (amount < 1e6) {
        return fmt::format("{:.0f} kB", amount / 1e3);
    }
    return amount < 1e9 ? fmt::format("{:.1f} MB", amount / 1e6) : fmt::format("{:.2f} GB", amount / 1e9);
}

std::string duration_text(double seconds) {
    if (seconds < 1) {
        return "less than 1 s";
    }
    constexpr double minute = 60;
    constexpr double hour = 3600;
    if (seconds < 2 * minute) {
        return fmt::format("{:.0f} s", seconds);
    }
    return seconds < 2 * hour ? fmt::format("{:.0f} min", seconds / minute)
                              : fmt::format("{:.1f} h", seconds / hour);
}

} // namespace recital
