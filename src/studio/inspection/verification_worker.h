// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/inspection/verification.h"
#include "studio/process/worker.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace recital {

/// The verification as bytes, to be handed to another process of the same build.
[[nodiscard]] std::string serialise_verification(const Verification& verification);

/// The verification of such bytes. Throws MalformedBytes (base/byte_stream.h) for any others.
[[nodiscard]] Verification parse_verification(std::string_view bytes);

/// Verifies files in a worker: one over which a decoder crashes or hangs costs that file alone.
class VerificationWorker {
public:
    /// For files that are among these, with what lies beside them.
    explicit VerificationWorker(std::span<const std::filesystem::path> files);

    /// As `verify_file`. A file over which the worker dies twice has a fault that says so.
    [[nodiscard]] Verification verify(const std::filesystem::path& file);

private:
    Worker worker_;
};

} // namespace recital
