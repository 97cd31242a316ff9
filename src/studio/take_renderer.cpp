// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_renderer.h"

#include "base/hash.h"
#include "sound/calibration.h"
#include "sound/mastering.h"
#include "speech/engine.h"

#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr const char* fingerprint_sentence = "A voice, heard once, is known again.";

MasteringSettings mastering_settings(const TakeContext& context, double gain) {
    return {context.voice.pauses,
            context.voice.sound.room_tone,
            context.format.sample_rate,
            context.format.frame_samples(),
            gain,
            context.voice.loudness.true_peak - decoder_overshoot(context.format)};
}

RoleSettings role_settings(Role role, const SpokenForm& sentence, const Voice& voice) {
    if (role == Role::heading) {
        return voice.heading;
    }
    return sentence.quoted ? voice.quotation : RoleSettings{};
}

} // namespace

Take render_take(const TakeRequest& request, const TakeContext& context, double gain, std::uint64_t seed,
                 const StepReporter& report_sentence) {
    MasteringChain chain(mastering_settings(context, gain));
    if (!request.sentences.empty()) {
        Engine engine;
        engine.use(context.voice);
        SpeechPreparation preparation(context.voice.sound, Engine::sample_rate, context.format.sample_rate);
        double pause = 0;
        for (std::size_t n = 0; n < request.sentences.size(); ++n) {
            report_sentence(n);
            const SpokenForm& sentence = request.sentences[n];
            engine.prepare(context.voice, role_settings(request.role, sentence, context.voice),
                           sentence.text);
            chain.add(preparation.prepare(engine.speak(sentence.text, sentence.pronunciations)), pause);
            pause = pause_behind_sentence(sentence.text, context.voice.pauses);
        }
    }
    MasteredPassage passage = chain.finish(request.closing_pause, seed);

    Take take;
    take.samples = passage.samples.size();
    take.packets = make_codec(context.format)->encode(passage.samples);
    take.sentences = std::move(passage.sentences);
    take.words = std::move(passage.words);
    take.limiter = passage.limiter;
    return take;
}

double render_calibration(std::span<const std::string> sentences, const TakeContext& context) {
    Engine engine;
    engine.use(context.voice);
    // Loudness is measured at the engine's own rate: resampling costs most and changes nothing that the meter
    // hears.
    MasteringSettings settings = mastering_settings(context, 0);
    settings.rate = Engine::sample_rate;
    settings.frame_samples = 1;
    SpeechPreparation preparation(context.voice.sound, Engine::sample_rate, settings.rate);
    std::vector<PreparedUtterance> utterances;
    for (const std::string& sentence : sentences) {
        engine.prepare(context.voice, {}, sentence);
        utterances.push_back(preparation.prepare(engine.speak(sentence)));
    }
    return calibrate_gain(utterances, context.voice.pauses.sentence, context.voice.loudness.integrated,
                          settings);
}

std::string render_fingerprint(const TakeContext& context) {
    const TakeRequest request{Role::body, {{fingerprint_sentence}}, 0};
    const Take take = render_take(request, context, 0, 0, [](std::size_t) {});
    return hash_hex(take.packets.bytes);
}

} // namespace recital
