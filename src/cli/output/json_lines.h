// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

namespace recital {

using Json = nlohmann::ordered_json;

/// The version of what is printed as JSON, under "schema": raised where readers would have to change.
inline constexpr int json_schema = 1;

/// Prints a value as one line on standard output, at once. A file name may hold any bytes; the line stays
/// valid UTF-8.
void print_json_line(const Json& json);

} // namespace recital
