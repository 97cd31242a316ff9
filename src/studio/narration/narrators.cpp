// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/narration/narrators.h"

#include "base/language_tag.h"
#include "base/resources.h"
#include "container/codec/libav_encoder.h"
#include "speech/engine/engine.h"
#include "studio/process/engine_worker.h"
#include "studio/process/environment.h"
#include "studio/process/worker.h"
#include "studio/takes/renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// What all takes of the voice in one format have in common. The fingerprints are rendered in a process of
/// their own, as every take is.
TakeContext make_context(const Job& job, const CodecSettings& codec, const Voice& voice,
                         const LibraryDigests& libraries, const CalibrationText& calibration) {
    TakeContext context{voice, codec, {}, {}};
    const auto render = [&](std::string_view, const StepReporter&) {
        const Fingerprints fingerprints = render_fingerprints(context);
        return fmt::format("{} {}", fingerprints.speech, fingerprints.take);
    };
    std::istringstream answer(ask_once(engine_worker(render), job.limits));
    Fingerprints fingerprints;
    answer >> fingerprints.speech >> fingerprints.take;
    context.speech_environment = fmt::format("{} {}", fingerprints.speech, libraries.speech);
    context.environment = fmt::format("{} {} {}", fingerprints.take, libraries.takes, calibration.digest());
    return context;
}

std::vector<TakeContext> make_contexts(const Job& job, const Voice& voice,
                                       const CalibrationText& calibration) {
    // Here, so that all children have them, and the digests cover them.
    load_encoders();
    (void)engine_info();
    const LibraryDigests libraries = library_digests();
    std::vector<TakeContext> contexts;
    for (const FormatSettings& format : job.formats) {
        const auto same =
            std::find_if(contexts.begin(), contexts.end(), [&format](const TakeContext& context) {
                return describe(context.codec) == describe(format);
            });
        TakeContext context =
            same == contexts.end() ? make_context(job, format, voice, libraries, calibration) : *same;
        contexts.push_back(std::move(context)); // formats of one codec share takes
    }
    return contexts;
}

std::string write_levels(const RoleLevels& levels) {
    std::string note;
    for (const VoiceLevel& level : {levels.body, levels.heading, levels.quotation}) {
        note += fmt::format("{:.2f} {:.2f}\n", level.gain, level.reference_loudness);
    }
    return note;
}

/// Nothing unless the note is what `write_levels` wrote: whatever else was taken for levels would set the
/// loudness of every book that follows.
std::optional<RoleLevels> read_levels(const std::string& note) {
    std::istringstream in(note);
    RoleLevels levels;
    for (VoiceLevel* level : {&levels.body, &levels.heading, &levels.quotation}) {
        in >> level->gain >> level->reference_loudness;
    }
    return in && write_levels(levels) == note ? std::optional(levels) : std::nullopt;
}

} // namespace

Narrator::Narrator(const Job& job, const Voice& voice, const std::filesystem::path& languages,
                   TakeStore& store)
    : store_(store), limits_(job.limits), language_(languages, voice.language),
      announcement_phrases_(languages, voice.language), calibration_(languages, language_),
      contexts_(make_contexts(job, voice, calibration_)), levels_(contexts_.size()) {}

std::string Narrator::calibrate(const TakeContext& context) const {
    const auto render = [&](std::string_view, const StepReporter&) {
        return write_levels(render_calibration(calibration_.sentences(), context));
    };
    return ask_once(engine_worker(render), limits_);
}

const RoleLevels& Narrator::levels(std::size_t number) {
    std::optional<RoleLevels>& levels = levels_[number];
    if (levels) {
        return *levels;
    }
    const TakeContext& context = contexts_[number];
    const std::string key = fmt::format("levels\nenvironment {}\nformat {}\n{}", context.environment,
                                        describe(context.codec), describe_sound(context.voice));
    if (const auto note = store_.find_note(key)) {
        levels = read_levels(*note);
    }
    if (!levels) {
        const std::string note = calibrate(context);
        levels = read_levels(note);
        if (!levels) {
            throw Error(ErrorKind::engine,
                        fmt::format("the loudness of the voice '{}' cannot be measured", context.voice.name));
        }
        store_.put_note(key, note);
    }
    return *levels;
}

Narrators::Narrators(const Job& job, TakeStore& store)
    : job_(job), store_(store), voices_(resource_folder() / "voices") {}

Narrator& Narrators::of(std::string_view language) {
    const Voice voice = voices_.reading(job_.voice, language);
    std::unique_ptr<Narrator>& narrator = narrators_[voice.language];
    if (!narrator) {
        narrator = std::make_unique<Narrator>(job_, voice, resource_folder() / "data" / "languages", store_);
    }
    return *narrator;
}

std::string Narrators::remark(std::string_view language) const {
    if (primary_subtag(language) == primary_subtag(job_.voice.language)) {
        return {};
    }
    const Voice voice = voices_.reading(job_.voice, language);
    const std::string name = voices_.name_of(language);
    if (voice.language == job_.voice.language) {
        return fmt::format("no voice reads the language of the text ({}): the voice '{}' reads it as {}, "
                           "transliterated if necessary",
                           name, voice.name, voices_.name_of(voice.language));
    }
    return fmt::format("the text is in {}: the voice '{}' reads it with eSpeak NG's voice for {} ({})", name,
                       voice.name, name, voice.engine.voice);
}

} // namespace recital
