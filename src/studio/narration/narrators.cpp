// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/narration/narrators.h"

#include "base/language_tag.h"
#include "base/resources.h"
#include "studio/narration/level_note.h"
#include "studio/narration/take_contexts.h"
#include "studio/process/engine_worker.h"
#include "studio/process/worker.h"
#include "studio/takes/renderer.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace recital {

Narrator::Narrator(const Job& job, const Voice& voice, const std::filesystem::path& languages,
                   TakeStore& store, MachineNotes& notes)
    : store_(store), limits_(job.limits), language_(languages, voice.language),
      announcement_phrases_(languages, voice.language), calibration_(languages, language_),
      contexts_(take_contexts(job, voice, calibration_, notes)), levels_(contexts_.size()) {}

std::string Narrator::calibrate(const TakeContext& context) const {
    const auto render = [&](std::string_view, const StepReporter&) {
        return write_level_note(render_calibration(calibration_.sentences(), context));
    };
    return ask_once(encoding_worker(render), limits_);
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
        levels = read_level_note(*note);
    }
    if (!levels) {
        const std::string note = calibrate(context);
        levels = read_level_note(note);
        if (!levels) {
            throw Error(ErrorKind::engine,
                        fmt::format("the loudness of the voice '{}' cannot be measured", context.voice.name));
        }
        store_.put_note(key, note);
    }
    return *levels;
}

Narrators::Narrators(const Job& job, TakeStore& store, MachineNotes& notes)
    : job_(job), store_(store), notes_(notes), voices_(resource_folder() / "voices") {}

Narrator& Narrators::of(std::string_view language) {
    const Voice voice = voices_.reading(job_.voice, language);
    std::unique_ptr<Narrator>& narrator = narrators_[voice.language];
    if (!narrator) {
        narrator =
            std::make_unique<Narrator>(job_, voice, resource_folder() / "data" / "languages", store_, notes_);
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
