// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/renderer.h"

#include "base/hash.h"
#include "container/formats.h"
#include "dsp/mastering/loudness_normalisation.h"
#include "dsp/mastering/mastering.h"

#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr const char* fingerprint_sentence = "Heard once, known again.";

MasteringSettings mastering_settings(const TakeContext& context, double gain) {
    return {context.voice.pauses,
            context.voice.sound.room_tone,
            context.codec.sample_rate,
            context.codec.frame_samples(),
            gain,
            context.voice.loudness.true_peak - decoder_overshoot(context.codec)};
}

/// How a sentence is spoken, and at which level.
struct RoleDelivery {
    RoleSettings settings;
    VoiceLevel RoleLevels::* level = &RoleLevels::body;
};

RoleDelivery delivery_of(Role role, const SpokenForm& sentence, const Voice& voice) {
    if (role == Role::heading) {
        return {voice.heading, &RoleLevels::heading};
    }
    return sentence.quoted ? RoleDelivery{voice.quotation, &RoleLevels::quotation} : RoleDelivery{};
}

/// Sample rate in Hz and about the gain in dB.
using ResampleKey = std::pair<int, int>;

/// A take in the making.
class TakeMaker {
public:
    explicit TakeMaker(const TakeOrder& order)
        : context_(*order.context), levels_(order.levels),
          chain_(mastering_settings(context_, levels_.body.gain)) {}

    /// How this take's speech is to be prepared: takes that agree share the work. Gains of formats differ by
    /// tenths of a decibel, which no fade needs to know.
    [[nodiscard]] ResampleKey resample_key() const {
        return {context_.codec.sample_rate, static_cast<int>(std::lround(levels_.body.gain))};
    }
    void add(const PreparedUtterance& utterance, double pause, VoiceLevel RoleLevels::* role) {
        const VoiceLevel& level = levels_.*role;
        chain_.add(utterance, pause,
                   level.gain - levels_.body.gain +
                       loudness_normalisation_gain(utterance, level.reference_loudness));
    }

    /// `seed` chooses the room tone.
    RenderedTake finish(double closing_pause, std::uint64_t seed) {
        MasteredPassage passage = chain_.finish(closing_pause, seed);
        Take take;
        take.samples = passage.samples.size();
        take.packets = make_codec(context_.codec)->encode(passage.samples);
        take.sentences = std::move(passage.sentences);
        take.words = std::move(passage.words);
        take.limiter = passage.limiter;
        const TakeSummary summary = summarise(take, context_.codec.frame_samples());
        return {std::move(take), summary};
    }

private:
    const TakeContext& context_;
    RoleLevels levels_;
    MasteringChain chain_;
};

/// Prepares speech in every way that the makers ask for, and hands it to them.
void prepare_speech(const TakeRequest& request, const SpeechTake& speech, const Voice& voice,
                    std::span<TakeMaker> makers) {
    std::map<ResampleKey, ResamplingStage> resampling_stages;
    for (const TakeMaker& maker : makers) {
        const auto [rate, gain] = maker.resample_key();
        resampling_stages.try_emplace({rate, gain}, voice.sound, Engine::sample_rate, rate, gain);
    }
    double pause = 0;
    for (std::size_t n = 0; n < request.sentences.size(); ++n) {
        const SpokenForm& sentence = request.sentences[n];
        const RoleDelivery delivery = delivery_of(request.role, sentence, voice);
        for (auto& [resample_key, resampling_stage] : resampling_stages) {
            const PreparedUtterance prepared = resampling_stage.prepare(speech.utterances.at(n));
            for (TakeMaker& maker : makers) {
                if (maker.resample_key() == resample_key) {
                    maker.add(prepared, pause, delivery.level);
                }
            }
        }
        pause = pause_after_sentence(sentence.text, voice.pauses);
    }
}

} // namespace

void say_sentences(Engine& engine, const TakeRequest& request, const Voice& voice,
                   const StepReporter& report_sentence, const std::function<void(Utterance&&)>& receive) {
    for (std::size_t n = 0; n < request.sentences.size(); ++n) {
        report_sentence(n);
        const SpokenForm& sentence = request.sentences[n];
        engine.prepare(voice, delivery_of(request.role, sentence, voice).settings, sentence.text);
        receive(engine.speak(sentence));
    }
}

SpeechTake render_speech(const TakeRequest& request, const Voice& voice,
                         const StepReporter& report_sentence) {
    SpeechTake speech;
    if (request.sentences.empty()) {
        return speech; // a pause needs no engine
    }
    Engine engine;
    engine.use(voice);
    say_sentences(engine, request, voice, report_sentence,
                  [&speech](Utterance&& utterance) { speech.utterances.push_back(std::move(utterance)); });
    return speech;
}

std::vector<RenderedTake> encode_takes(const TakeRequest& request, const SpeechTake& speech,
                                       std::span<const TakeOrder> orders) {
    std::vector<TakeMaker> makers;
    makers.reserve(orders.size());
    for (const TakeOrder& order : orders) {
        makers.emplace_back(order);
    }
    prepare_speech(request, speech, orders.front().context->voice, makers);
    std::vector<RenderedTake> takes;
    for (std::size_t n = 0; n < orders.size(); ++n) {
        takes.push_back(makers[n].finish(request.closing_pause, hash_64(orders[n].key)));
    }
    return takes;
}

RoleLevels render_calibration(std::span<const std::string> sentences, const TakeContext& context) {
    const Voice& voice = context.voice;
    Engine engine;
    engine.use(voice);
    // Loudness is measured at the engine's own rate: resampling costs most and changes nothing that the meter
    // hears.
    MasteringSettings settings = mastering_settings(context, 0);
    settings.rate = Engine::sample_rate;
    settings.frame_samples = 1;
    ResamplingStage resampling_stage(voice.sound, Engine::sample_rate, settings.rate, settings.gain);
    const auto level_of = [&](const RoleSettings& role) {
        std::vector<PreparedUtterance> utterances;
        for (const std::string& sentence : sentences) {
            engine.prepare(voice, role, sentence);
            utterances.push_back(resampling_stage.prepare(engine.speak({sentence})));
        }
        return calibrate_level(utterances, voice.pauses.sentence, voice.loudness, settings);
    };
    const VoiceLevel body = level_of({});
    return {body, voice.heading.engine ? level_of(voice.heading) : body,
            voice.quotation.engine ? level_of(voice.quotation) : body};
}

Fingerprints render_fingerprints(const TakeContext& context) {
    const TakeRequest request{Role::body, {{fingerprint_sentence}}, 0};
    const TakeOrder order{{}, {}, &context, {}};
    const SpeechTake speech = render_speech(request, context.voice, [](std::size_t) {});
    const std::vector<RenderedTake> takes = encode_takes(request, speech, {&order, 1});
    const std::span samples(speech.utterances.front().samples);
    return {hash_hex({reinterpret_cast<const char*>(samples.data()), samples.size_bytes()}),
            hash_hex(takes.front().take.packets.bytes)};
}

} // namespace recital
