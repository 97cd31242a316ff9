// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/forms.h"

#include <CLI/CLI.hpp>

namespace recital {

void begin_option_group(CLI::App& command, const char* group) {
    command.option_defaults()->group(group);
}

void add_repeatable_option(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                           const std::string& help, const std::string& value_name) {
    command.add_option(name, values, help + "; repeatable")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name(value_name);
}

} // namespace recital
