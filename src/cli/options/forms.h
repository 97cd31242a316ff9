// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the name is the library's
class App;
} // namespace CLI

namespace recital {

/// Headings of `--help`.
inline constexpr const char* input_group = "Input";
inline constexpr const char* voice_group = "Voice";
inline constexpr const char* output_group = "Output";
inline constexpr const char* run_group = "Run";
inline constexpr const char* plan_group = "Plan";

/// Puts the options that are added next under this heading of `--help`.
void begin_option_group(CLI::App& command, const char* group);

/// Adds an option that may be given several times, with one value each time. `value_name` is what the help
/// calls a value.
void add_repeatable_option(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                           const std::string& help, const std::string& value_name);

/// Parses arguments, without the name of the program, in their order. Throws `CLI::ParseError`, also for an
/// option whose name begins with a control character: some releases of the library take it for an input.
void parse_arguments(CLI::App& app, std::vector<std::string> arguments);

} // namespace recital
