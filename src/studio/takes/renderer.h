// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/take.h"
#include "studio/process/child_process.h"
#include "studio/takes/request.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// A take with what a book has to know of it.
struct RenderedTake {
    Take take;
    TakeSummary summary;
};

/// Renders one passage into a take for each of the orders, whose contexts have one voice: it is spoken once,
/// prepared once for each sample rate, then mastered and encoded for each. A take depends on its own order
/// alone. To be called once in a process of its own (see Engine). Reports the sentence it is at.
[[nodiscard]] std::vector<RenderedTake> render_takes(const TakeRequest& request,
                                                     std::span<const TakeOrder> orders,
                                                     const StepReporter& report_sentence);

/// The levels that bring this voice to its loudness, found on the sentences given. In a process of its own.
[[nodiscard]] RoleLevels render_calibration(std::span<const std::string> sentences,
                                            const TakeContext& context);

/// Digest of one fixed sentence taken through voice, mastering and codec: tells machines and libraries apart
/// that would not give the same takes. In a process of its own.
[[nodiscard]] std::string render_fingerprint(const TakeContext& context);

} // namespace recital
