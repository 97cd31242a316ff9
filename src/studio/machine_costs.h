// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"

#include <cstddef>

namespace recital {

/// What books cost on this machine, in seconds of CPU time.
struct MachineCosts {
    double a_book = 0;             ///< whatever its length: opening it, its cover, its files
    double a_second_of_speech = 0; ///< in all formats of the job

    /// Of so many books with so much speech, in seconds.
    [[nodiscard]] double of(std::size_t books, double speech_seconds) const {
        return static_cast<double>(books) * a_book + speech_seconds * a_second_of_speech;
    }
};

/// Measures them in about a second: makes short and long books of the sample biographies with the voice,
/// formats and covers of the job, in a temporary folder. Throws an Error if that is not possible.
[[nodiscard]] MachineCosts measure_costs(const Job& job);

} // namespace recital
