// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// What a finished run tells the shell.
enum ExitCode : int {
    exit_all_done = 0,
    exit_some_failed = 1, ///< some books failed, the others are written
    exit_usage = 2,
    exit_no_book = 3,
    exit_output_lost = 4, ///< all done, but what was to be printed could not be written
    exit_terminated = 75, ///< SIGTERM: try again, what is finished will be reused (EX_TEMPFAIL of sysexits.h)
    exit_interrupted = 130, ///< SIGINT, as shells report it
};

} // namespace recital
