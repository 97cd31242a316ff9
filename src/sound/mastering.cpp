// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/mastering.h"

#include "sound/decibel.h"
#include "sound/room_tone.h"
#include "sound/speech_edges.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recital {

namespace {

constexpr double usual_most_seconds = 60;

void append_words(const Utterance& utterance, const TrimmedSpeech& speech, double ratio,
                  MasteredPassage& passage) {
    const auto sentence = static_cast<std::uint16_t>(passage.sentences.size());
    const std::uint64_t start = passage.samples.size();
    for (const SpokenWord& word : utterance.words) {
        const std::size_t heard =
            std::clamp(word.first_sample, speech.first_sample, speech.first_sample + speech.samples.size());
        const double offset = static_cast<double>(heard - speech.first_sample) * ratio;
        passage.words.push_back({start + static_cast<std::uint64_t>(std::llround(offset)),
                                 static_cast<std::uint32_t>(word.text_position),
                                 static_cast<std::uint16_t>(word.text_length), sentence});
    }
}

} // namespace

MasteringChain::MasteringChain(const MasteringSettings& settings, int input_rate)
    : settings_(settings), input_rate_(input_rate), resampler_(settings.converter, input_rate, settings.rate),
      limiter_(settings.rate, settings.ceiling) {}

void MasteringChain::add(const Utterance& utterance, double pause) {
    auto& samples = passage_.samples;
    samples.reserve(
        static_cast<std::size_t>(usual_most_seconds * settings_.rate)); // grown later only if it must be
    samples.resize(passage_.sentences.empty()
                       ? settings_.frame_samples
                       : samples.size() + static_cast<std::size_t>(std::llround(pause * settings_.rate)));
    const TrimmedSpeech speech = trim_speech(utterance.samples, input_rate_);
    std::vector<float> resampled = resampler_.convert(speech.samples);
    const auto gain = static_cast<float>(from_decibel(settings_.gain));
    for (float& sample : resampled) {
        sample *= gain;
    }
    limiter_.process(resampled);
    append_words(utterance, speech, static_cast<double>(settings_.rate) / input_rate_, passage_);
    const std::uint64_t start = samples.size();
    samples.insert(samples.end(), resampled.begin(), resampled.end());
    passage_.sentences.push_back({start, samples.size()});
}

MasteredPassage MasteringChain::finish(double pause, std::uint64_t seed) {
    close(pause);
    RoomTone(settings_.room_tone, seed).add_to(passage_.samples);
    return std::exchange(passage_, {});
}

void MasteringChain::close(double pause) {
    constexpr double closing_frames = 2;
    const auto frame = static_cast<double>(settings_.frame_samples);
    const auto speech_end = static_cast<double>(passage_.samples.size());
    // What follows begins with a frame of pause of its own.
    const double wanted = std::round((speech_end + pause * settings_.rate - frame) / frame);
    const double least = passage_.sentences.empty() ? 1 : std::ceil(speech_end / frame) + closing_frames;
    passage_.samples.resize(static_cast<std::size_t>(std::max(least, wanted)) * settings_.frame_samples);
}

} // namespace recital
