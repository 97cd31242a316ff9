// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/filter.h>

#include <vector>

namespace recital {

/// The system calls of a worker as a program for the kernel (seccomp, Linux 3.5): memory, threads, time,
/// reading, and writing to what is open already. Not among them: sockets, programs, other processes, opening
/// files for writing, changing folders or permissions. A call that is refused fails with ENOSYS, so that a
/// library which can do without it does.
class SystemCallFilter {
public:
    /// Made once in a process, which takes a few milliseconds. Empty if libseccomp does not know the
    /// architecture. Throws an `engine` error if there is no memory or process for it.
    [[nodiscard]] static const SystemCallFilter& of_workers();

    /// From now on this process, with all its threads and children to come, makes these calls only. It may
    /// send signals to no process but itself. Returns whether the kernel agreed; it asks for `no_new_privs`
    /// (prctl(2)), or a privileged process.
    [[nodiscard]] bool enter() const;

private:
    SystemCallFilter();

    std::vector<sock_filter> program_;
};

} // namespace recital
