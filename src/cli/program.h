// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// The whole program: parses, runs the command, and turns every error into a message and an exit code.
[[nodiscard]] int run_program(int argument_count, const char* const* arguments);

} // namespace recital
