// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/narration/take_contexts.h"

#include "base/strings.h"
#include "container/codec/libav_encoder.h"
#include "studio/process/engine_worker.h"
#include "studio/process/environment.h"
#include "studio/process/worker.h"
#include "studio/takes/renderer.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace recital {

namespace {

constexpr char separator = ' '; // of digests

std::string digests_of_libraries() {
    const LibraryDigests libraries = library_digests();
    return fmt::format("{}{}{}", libraries.speech, separator, libraries.takes);
}

/// The encoders are loaded, so that the digests cover them: here, where all children have them afterwards, or
/// by a run that only plans, which has no other use for their memory, in a process of its own.
std::string measure_libraries(const Job& job) {
    if (job.dry_run) {
        const auto measure = [](std::string_view, const StepReporter&) { return digests_of_libraries(); };
        return ask_once(encoding_worker(measure), job.limits);
    }
    load_encoders();
    return digests_of_libraries();
}

/// The digests of a short sample of the voice, rendered in a process of its own, as every take is.
std::string measure_fingerprints(const TakeContext& context, const WorkerLimits& limits) {
    const auto render = [&context](std::string_view, const StepReporter&) {
        const Fingerprints fingerprints = render_fingerprints(context);
        return fmt::format("{}{}{}", fingerprints.speech, separator, fingerprints.take);
    };
    return ask_once(encoding_worker(render), limits);
}

TakeContext make_context(const Job& job, const Voice& voice, const CodecSettings& codec,
                         const CalibrationText& calibration, MachineNotes& notes) {
    TakeContext context{voice, codec, {}, {}};
    const std::string libraries = notes.of("digests of libraries", [&job] { return measure_libraries(job); });
    const std::string fingerprints =
        notes.of(fmt::format("fingerprints\n{}\n{}", describe(codec), describe_sound(voice)),
                 [&] { return measure_fingerprints(context, job.limits); });
    std::string_view take_libraries = libraries;
    const std::string_view speech_libraries = cut_front(take_libraries, separator);
    std::string_view take = fingerprints;
    const std::string_view speech = cut_front(take, separator);
    context.speech_environment = fmt::format("{} {}", speech, speech_libraries);
    context.environment = fmt::format("{} {} {}", take, take_libraries, calibration.digest());
    return context;
}

} // namespace

std::vector<TakeContext> take_contexts(const Job& job, const Voice& voice, const CalibrationText& calibration,
                                       MachineNotes& notes) {
    std::vector<TakeContext> contexts;
    contexts.reserve(job.formats.size());
    for (const FormatSettings& format : job.formats) {
        contexts.push_back(make_context(job, voice, format, calibration, notes));
    }
    return contexts;
}

} // namespace recital
