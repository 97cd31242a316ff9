// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/job/job.h"
#include "studio/job/report.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace recital {

/// How the passages of texts are read, as hashes of what the engine is given for each: 8 bytes a passage.
struct Readings {
    struct Text {
        SourcePlace place; ///< of the text, or of its row
        std::vector<std::uint64_t> passages;
    };

    std::vector<Text> texts;
    std::vector<FailureReport> failures;
};

/// The readings of the job's inputs, announcements included. Warnings go to `warn`. Throws `usage`, `input`
/// and `engine` errors.
[[nodiscard]] Readings find_readings(const Job& job, const std::function<void(const Diagnostic&)>& warn);

/// A text of which passages are read otherwise.
struct ReadingChange {
    SourcePlace place;
    std::size_t passages = 0;
};

/// What has changed between two readings of the same inputs.
[[nodiscard]] std::vector<ReadingChange> changes_between(const Readings& before, const Readings& after);

} // namespace recital
