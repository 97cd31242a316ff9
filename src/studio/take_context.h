// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/calibration_text.h"
#include "studio/job.h"
#include "studio/take_request.h"
#include "studio/take_store.h"

namespace recital {

/// What all takes of the job have in common; renders the fingerprint of this machine for it.
/// Throws `voice` and `engine` errors.
[[nodiscard]] TakeContext make_take_context(const Job& job, const CalibrationText& calibration);

/// The calibrated gain of the context's voice in dB: as kept beside the takes, else rendered and kept there.
[[nodiscard]] double find_gain(const TakeStore& store, const TakeContext& context,
                               const CalibrationText& calibration, unsigned cpu_seconds);

} // namespace recital
