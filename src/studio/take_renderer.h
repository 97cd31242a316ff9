// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/take.h"
#include "studio/child_process.h"
#include "studio/take_request.h"

#include <span>
#include <string>

namespace recital {

/// Renders one passage: speech, mastering, encoding. To be called once in a process of its own (see Engine).
/// `gain` in dB; `seed` chooses the room tone. Reports the sentence it is at.
[[nodiscard]] Take render_take(const TakeRequest& request, const TakeContext& context, double gain,
                               std::uint64_t seed, const StepReporter& report_sentence);

/// The gain in dB that brings this voice to its loudness, found on the sentences given. In a process of its
/// own.
[[nodiscard]] double render_calibration(std::span<const std::string> sentences, const TakeContext& context);

/// Digest of one fixed sentence taken through voice, mastering and codec: tells machines and libraries apart
/// that would not give the same takes. In a process of its own.
[[nodiscard]] std::string render_fingerprint(const TakeContext& context);

} // namespace recital
