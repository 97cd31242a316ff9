// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// Which measures hold for a worker on this machine: each was tried.
struct SandboxProbe {
    bool no_new_privileges = false; ///< it cannot gain rights by starting a program
    bool calls_refused = false;     ///< sockets, programs, tracing, opening files for writing
    bool files_refused = false;     ///< reading a file that it does not need
    bool memory_limited = false;
    bool file_size_limited = false;
    int landlock = 0; ///< version of Landlock, 0 without it
};

/// Has a worker try what workers may not do. Throws an `engine` error if no worker can be started.
[[nodiscard]] SandboxProbe probe_sandbox();

} // namespace recital
