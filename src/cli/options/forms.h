// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

class Command;

/// Headings of `--help`.
inline constexpr const char* input_group = "Input";
inline constexpr const char* voice_group = "Voice";
inline constexpr const char* output_group = "Output";
inline constexpr const char* run_group = "Run";
inline constexpr const char* plan_group = "Plan";

/// Puts the options that are added next under this heading of `--help`.
void begin_option_group(Command& command, const char* group);

/// Adds the exit codes that all commands have: 0 with this meaning, 2 and 4.
void add_usual_exits(Command& command, const char* success);

} // namespace recital
