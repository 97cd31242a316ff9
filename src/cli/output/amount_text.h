// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace recital {

/// "140 kB", "3.2 MB", "1.05 GB"
[[nodiscard]] std::string file_size(std::uint64_t bytes);

/// "less than 1 s", "12 s", "3 min", "4.2 h"
[[nodiscard]] std::string duration_text(double seconds);

} // namespace recital
