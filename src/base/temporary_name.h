// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// A random name for a temporary file or folder: `prefix`, 16 random hexadecimal digits, "-", and 8 digits
/// that follow from what precedes them (the lowest 32 bits of its XXH3-64). The digits at the end tell the
/// program's own leftovers from files of a person whose names happen to begin alike.
[[nodiscard]] std::string make_temporary_name(std::string_view prefix);

/// True if `name` is one that `make_temporary_name` makes with this prefix.
[[nodiscard]] bool is_temporary_name(std::string_view name, std::string_view prefix);

} // namespace recital
