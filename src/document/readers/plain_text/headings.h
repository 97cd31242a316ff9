// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readers/plain_text/line_groups.h"

#include <string_view>

namespace recital {

inline constexpr int division_level = 2; ///< of a heading in plain text: "CHAPTER IX", "PREFACE"
inline constexpr int minor_level = 3;    ///< of any other line that looks like a heading

/// The level of a group of lines that looks like a heading; otherwise 0.
[[nodiscard]] int heading_level(const LineGroup& group);

/// Whether a group after the heading ("CHAPTER IX", a title in capitals) belongs to its title.
[[nodiscard]] bool continues_title(const LineGroup& group, std::string_view heading);

} // namespace recital
