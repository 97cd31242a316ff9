// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

namespace recital {

/// Discards everything that libraries print to `stderr` during its lifetime: eSpeak NG reports gaps in its
/// own data for each sound, and audio libraries report missing sound servers. Only the C library's stream is
/// replaced; the file descriptor stays open, so reports of sanitizers are still shown.
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
    std::FILE* const nowhere_; ///< null if it cannot be opened; then nothing is discarded
};

} // namespace recital
