// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "studio/job/job.h"
#include "studio/narration/calibration_text.h"
#include "studio/store/machine_notes.h"
#include "studio/takes/request.h"

#include <vector>

namespace recital {

/// What all takes of the voice have in common, one for each of the job's formats. What of it depends on this
/// machine is in the notes, or measured in processes of their own. Throws `voice` and `engine` errors.
[[nodiscard]] std::vector<TakeContext> take_contexts(const Job& job, const Voice& voice,
                                                     const CalibrationText& calibration, MachineNotes& notes);

} // namespace recital
