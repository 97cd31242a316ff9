// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/material.h"

#include "base/resources.h"
#include "container/formats.h"
#include "document/read.h"
#include "studio/pronunciation/pronouncer.h"
#include "text/language/language.h"
#include "text/script/announcements.h"

#include <algorithm>
#include <filesystem>

namespace recital {

Mastering::Mastering(const TakeContext& context)
    : pauses_(context.voice.pauses),
      resampling_stage_(context.voice.sound, Engine::sample_rate, context.codec.sample_rate, 0),
      chain_({context.voice.pauses, context.voice.sound.room_tone, context.codec.sample_rate,
              context.codec.frame_samples(), 0, -4}) {}

std::vector<float> Mastering::master(const std::vector<Utterance>& utterances, double closing_pause) {
    for (const Utterance& utterance : utterances) {
        chain_.add(resampling_stage_.prepare(utterance), pauses_.sentence);
    }
    return chain_.finish(closing_pause, 1).samples;
}

std::vector<std::vector<float>> master_all(const Material& material) {
    Mastering mastering(material.context);
    std::vector<std::vector<float>> masters;
    for (std::size_t n = 0; n < material.requests.size(); ++n) {
        masters.push_back(mastering.master(material.utterances[n], material.requests[n].closing_pause));
    }
    return masters;
}

Material prepare_material(const std::vector<std::string>& files, Engine& engine) {
    const auto resources = resource_folder();
    Material material{
        {load_voice(resources / "voices", "narrator"), make_format_settings("m4b", 0, 0), {}, {}},
        {},
        {},
        {},
        {}};
    const Language language(resources / "data" / "languages", "en");
    const Voice& voice = material.context.voice;
    const AnnouncementPhrases phrases(resources / "data" / "languages", "en");
    Pronouncer pronouncer(resources / "data", voice, {}, [](const Diagnostic&) {});
    for (const std::string& file : files) {
        const std::vector<std::filesystem::path> sources = {file};
        const std::size_t limit = passage_limit(voice.engine.words_per_minute);
        const Document document = read_document(sources.front());
        Script script = make_script(document, language, limit,
                                    spoken_announcements(voice.announcements, phrases, document.musician));
        pronouncer.pronounce(script, sources);
        for (const Chapter& chapter : script.chapters) {
            for (const Passage& passage : chapter.passages) {
                material.requests.push_back(request_take(passage, voice.pauses));
            }
        }
    }
    engine.use(voice);
    for (const TakeRequest& request : material.requests) {
        std::vector<Utterance>& utterances = material.utterances.emplace_back();
        for (const SpokenForm& sentence : request.sentences) {
            const Utterance& utterance = utterances.emplace_back(engine.speak(sentence));
            std::vector<float>& speech = material.speech.emplace_back(utterance.samples.size());
            std::transform(utterance.samples.begin(), utterance.samples.end(), speech.begin(),
                           [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
        }
    }
    material.masters = master_all(material);
    return material;
}

} // namespace recital
