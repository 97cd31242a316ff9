// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_text.h"

#include <fmt/format.h>

#include <cmath>

namespace recital {

std::string time_text(double seconds) {
    const auto total = std::llround(seconds);
    const auto hours = total / 3600;
    const auto minutes = total / 60 % 60;
    return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, total % 60)
                     : fmt::format("{}:{:02}", minutes, total % 60);
}

std::string hour_text(double seconds) {
    const auto total = std::llround(seconds / 60);
    return fmt::format("{}:{:02}", total / 60, total % 60);
}

} // namespace recital
