// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/muted_errors.h"

namespace recital {

// A stream without functions discards what is written to it (fopencookie(3)), and opens no file.
MutedErrors::MutedErrors() : before_(stderr), nowhere_(::fopencookie(nullptr, "w", {})) {
    if (nowhere_ != nullptr) {
        stderr = nowhere_; // glibc's standard streams are variables
    }
}

MutedErrors::~MutedErrors() {
    if (nowhere_ != nullptr) {
        stderr = before_;
        std::fclose(nowhere_); // NOLINT(cert-err33-c): nothing is lost
    }
}

} // namespace recital
