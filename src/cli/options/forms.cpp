// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/forms.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace recital {

namespace {

bool is_option_of_control_characters(std::string_view argument) {
    const std::size_t dashes = argument.starts_with("--") ? 2 : argument.starts_with('-') ? 1 : 0;
    return dashes > 0 && argument.size() > dashes && static_cast<unsigned char>(argument[dashes]) <= ' ';
}

} // namespace

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

void parse_arguments(CLI::App& app, std::vector<std::string> arguments) {
    const auto options_end = std::find(arguments.begin(), arguments.end(), "--");
    const auto unexpected = std::find_if(arguments.begin(), options_end, is_option_of_control_characters);
    if (unexpected != options_end) {
        throw CLI::ExtrasError({*unexpected});
    }
    std::reverse(arguments.begin(), arguments.end()); // as the library expects them
    app.parse(std::move(arguments));
}

} // namespace recital
