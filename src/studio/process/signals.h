// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// A signal asked the run to stop.
struct Interrupted {
    int signal = 0; ///< SIGINT, SIGTERM or SIGHUP
};

/// From now on SIGINT, SIGTERM and SIGHUP are remembered instead of ending the process at once; a SIGHUP that
/// whoever started the process has it ignore (nohup) stays ignored.
void watch_signals();

/// Throws Interrupted if a signal has come.
void check_interrupted();

/// In a child process: the parent alone decides what a signal means.
void ignore_signals();

} // namespace recital
