// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

namespace recital {

/// As long as it lives, nothing that libraries print to `stderr` is seen: eSpeak NG tells of gaps in its own
/// data once a sound, and what it opens tells of sound servers that nobody needs. Only the C library's stream
/// is another one meanwhile: the descriptor stays as it is, and with it what sanitizers report.
class MutedErrors {
public:
    MutedErrors();
    MutedErrors(const MutedErrors&) = delete;
    MutedErrors(MutedErrors&&) = delete;
    MutedErrors& operator=(const MutedErrors&) = delete;
    MutedErrors& operator=(MutedErrors&&) = delete;
    ~MutedErrors();

private:
    std::FILE* const before_;
    std::FILE* const nowhere_; ///< null if it cannot be opened, and then all is seen
};

} // namespace recital
