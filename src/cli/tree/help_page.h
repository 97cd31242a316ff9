// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/command.h"

#include <cstddef>
#include <string>

namespace recital {

inline constexpr std::size_t max_help_columns = 100;

/// The help of a command, in lines of at most `max_help_columns`: usage, arguments, options by group,
/// commands below it, examples, exit codes.
[[nodiscard]] std::string help_page(const Command& command);

} // namespace recital
