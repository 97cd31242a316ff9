// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace recital {

using Json = nlohmann::ordered_json;

/// The version of what is printed as JSON, under "schema": raised where readers would have to change.
inline constexpr int json_schema = 1;

/// A value as one line, with its end. A file name may hold any bytes; the line stays valid UTF-8, and
/// characters that a terminal would obey are escaped.
[[nodiscard]] std::string json_line(const Json& json);

/// Prints such a line on standard output, at once.
void print_json_line(const Json& json);

/// Prints what `json_line` returned in a worker, which is not trusted.
void print_foreign_json_line(std::string_view line);

} // namespace recital
