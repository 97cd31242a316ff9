// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// 83 s as "1:23", 3723 s as "1:02:03": hours, minutes and seconds, rounded to whole seconds.
[[nodiscard]] std::string time_text(double seconds);

/// 83 min as "1:23": hours and minutes, rounded to whole minutes. For times of hours.
[[nodiscard]] std::string hour_text(double seconds);

} // namespace recital
