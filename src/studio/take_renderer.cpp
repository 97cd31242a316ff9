// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_renderer.h"

#include "base/hash.h"
#include "sound/calibration.h"
#include "sound/mastering.h"
#include "speech/engine.h"

#include <algorithm>

namespace recital {

namespace {

constexpr const char* fingerprint_sentence = "A voice, heard once, is known again.";

MasteringSettings mastering_settings(const TakeContext& context, double gain) {
    return {context.voice.sound.converter,
            context.format.sample_rate,
            context.format.traits().frame_samples,
            gain,
            context.voice.loudness.true_peak - decoder_overshoot(context.format),
            context.voice.sound.room_tone};
}

std::vector<Utterance> speak_all(std::span<const std::string> sentences, const Voice& voice,
                                 const StepReporter& report_sentence) {
    std::vector<Utterance> utterances;
    if (sentences.empty()) {
        return utterances;
    }
    Engine engine;
    engine.use(voice);
    for (std::size_t n = 0; n < sentences.size(); ++n) {
        report_sentence(n);
        utterances.push_back(engine.speak(sentences[n]));
    }
    return utterances;
}

} // namespace

Take render_take(const TakeRequest& request, const TakeContext& context, double gain, std::uint64_t seed,
                 const StepReporter& report_sentence) {
    const auto utterances = speak_all(request.sentences, context.voice, report_sentence);
    std::vector<double> pauses(std::max<std::size_t>(1, utterances.size()), context.voice.pauses.sentence);
    pauses.back() = request.closing_pause;
    MasteringChain chain(mastering_settings(context, gain), Engine::sample_rate);
    MasteredPassage passage = chain.process(utterances, pauses, seed);

    Take take;
    take.samples = passage.samples.size();
    take.packets = make_codec(context.format)->encode(passage.samples);
    take.sentences = std::move(passage.sentences);
    take.words = std::move(passage.words);
    return take;
}

double render_calibration(std::span<const std::string> sentences, const TakeContext& context) {
    const auto utterances = speak_all(sentences, context.voice, [](std::size_t) {});
    return calibrate_gain(utterances, context.voice.pauses.sentence, context.voice.loudness.integrated,
                          mastering_settings(context, 0), Engine::sample_rate);
}

std::string render_fingerprint(const TakeContext& context) {
    const TakeRequest request{Role::body, {fingerprint_sentence}, 0};
    const Take take = render_take(request, context, 0, 0, [](std::size_t) {});
    return hash_hex(take.packets.bytes);
}

} // namespace recital
