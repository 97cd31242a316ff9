// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/take.h"
#include "speech/engine/engine.h"
#include "studio/process/worker_process.h"
#include "studio/takes/request.h"
#include "studio/takes/speech.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// A take with what a book has to know of it.
struct RenderedTake {
    Take take;
    TakeSummary summary;
};

/// Has an engine that uses the voice, and has said nothing yet, say the sentences of a request. Reports the
/// sentence it is at, and hands over each utterance.
void say_sentences(Engine& engine, const TakeRequest& request, const Voice& voice,
                   const StepReporter& report_sentence, const std::function<void(Utterance&&)>& receive);

/// Starts the engine and says the sentences of a request. To be called once in a process of its own.
[[nodiscard]] SpeechTake render_speech(const TakeRequest& request, const Voice& voice,
                                       const StepReporter& report_sentence);

/// Makes the take of each order from the speech of the request: prepares it once for each sample rate, then
/// masters and encodes it. A take depends on its own order alone. The contexts of the orders have one voice.
[[nodiscard]] std::vector<RenderedTake> encode_takes(const TakeRequest& request, const SpeechTake& speech,
                                                     std::span<const TakeOrder> orders);

/// The levels that bring this voice to its loudness, found on the sentences given. In a process of its own.
[[nodiscard]] RoleLevels render_calibration(std::span<const std::string> sentences,
                                            const TakeContext& context);

/// What one fixed sentence comes to: tells machines and libraries apart that would not give the same takes.
struct Fingerprints {
    std::string speech; ///< digest of what the engine says
    std::string take;   ///< digest of it after mastering and codec
};
/// In a process of its own.
[[nodiscard]] Fingerprints render_fingerprints(const TakeContext& context);

} // namespace recital
