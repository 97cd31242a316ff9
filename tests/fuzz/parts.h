// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital::fuzz {

/// Several files in one input: each begins with the line "==> name <==". What is before the first such line
/// is left out.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parts_of(std::string_view input);

/// The lines of an input, without their ends. The last one may have none.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view input);

} // namespace recital::fuzz
