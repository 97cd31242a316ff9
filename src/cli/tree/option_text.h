// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/command.h"

#include <string>
#include <utility>
#include <vector>

namespace recital {

// What help and man pages share.

/// Options under one heading.
struct OptionGroup {
    std::string heading;
    std::vector<const CLI::Option*> options;
};

/// The options of a command by their headings, in the order they were added; help is last. Hidden options are
/// left out.
[[nodiscard]] std::vector<OptionGroup> option_groups(const Command& command);

/// Names and value: {"-o", "--output"} and "DIR"; an empty value for flags.
struct OptionLabel {
    std::vector<std::string> names;
    std::string value;
};
[[nodiscard]] OptionLabel label_of(const Command& command, const CLI::Option& option);

/// What follows the command in its usage: "[OPTIONS] -o PLAN [INPUT...]".
[[nodiscard]] std::string usage_of(const Command& command);

} // namespace recital
