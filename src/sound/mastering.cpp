// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/mastering.h"

#include "base/error.h"
#include "sound/decibel.h"
#include "sound/room_tone.h"
#include "sound/speech_edges.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recital {

MasteringChain::MasteringChain(const MasteringSettings& settings, int input_rate)
    : settings_(settings), input_rate_(input_rate), resampler_(settings.converter, input_rate, settings.rate),
      limiter_(settings.rate, settings.ceiling) {}

MasteredPassage MasteringChain::process(std::span<const Utterance> utterances, std::span<const double> pauses,
                                        std::uint64_t seed) {
    if (pauses.size() != std::max<std::size_t>(1, utterances.size())) {
        throw Error(ErrorKind::internal, "a passage needs one pause behind each utterance");
    }
    MasteredPassage passage;
    passage.samples.reserve(longest_result(utterances, pauses));
    passage.samples.resize(settings_.frame_samples);
    for (std::size_t n = 0; n < utterances.size(); ++n) {
        append_speech(utterances[n], passage);
        if (n + 1 < utterances.size()) {
            append_pause(pauses[n], passage);
        }
    }
    limiter_.process(passage.samples);
    close(pauses.back(), passage);
    RoomTone(settings_.room_tone, seed).add_to(passage.samples);
    return passage;
}

std::size_t MasteringChain::longest_result(std::span<const Utterance> utterances,
                                           std::span<const double> pauses) const {
    constexpr std::size_t closing_frames = 4; // the leading one, and what rounding may add
    double seconds = std::accumulate(pauses.begin(), pauses.end(), 0.0);
    for (const Utterance& utterance : utterances) {
        seconds += static_cast<double>(utterance.samples.size()) / input_rate_;
    }
    return static_cast<std::size_t>(seconds * settings_.rate) + closing_frames * settings_.frame_samples + 1;
}

void MasteringChain::append_speech(const Utterance& utterance, MasteredPassage& passage) {
    const TrimmedSpeech speech = trim_speech(utterance.samples, input_rate_);
    const std::vector<float> resampled = resampler_.convert(speech.samples);
    const auto gain = static_cast<float>(from_decibel(settings_.gain));
    const std::uint64_t start = passage.samples.size();
    const auto sentence = static_cast<std::uint16_t>(passage.sentences.size());
    const double ratio = static_cast<double>(settings_.rate) / input_rate_;
    for (const SpokenWord& word : utterance.words) {
        const std::size_t heard = std::clamp(word.first_sample, speech.first_sample,
                                             speech.first_sample + speech.samples.size());
        const double offset = static_cast<double>(heard - speech.first_sample) * ratio;
        passage.words.push_back({start + static_cast<std::uint64_t>(std::llround(offset)),
                                 static_cast<std::uint32_t>(word.text_position),
                                 static_cast<std::uint16_t>(word.text_length), sentence});
    }
    std::transform(resampled.begin(), resampled.end(), std::back_inserter(passage.samples),
                   [gain](float sample) { return gain * sample; });
    passage.sentences.push_back({start, passage.samples.size()});
}

void MasteringChain::append_pause(double seconds, MasteredPassage& passage) const {
    passage.samples.resize(passage.samples.size() +
                           static_cast<std::size_t>(std::llround(seconds * settings_.rate)));
}

void MasteringChain::close(double seconds, MasteredPassage& passage) const {
    // What follows begins with a frame of pause of its own.
    const auto frame = static_cast<double>(settings_.frame_samples);
    const double wanted = static_cast<double>(passage.samples.size()) + seconds * settings_.rate - frame;
    const auto least = passage.sentences.empty() ? 1.0 : std::ceil(static_cast<double>(passage.samples.size()) / frame) + 2.0;
    const double frames = std::max(least, std::round(wanted / frame));
    passage.samples.resize(static_cast<std::size_t>(frames) * settings_.frame_samples);
}

} // namespace recital
