// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/mastering.h"

#include "dsp/level/decibel.h"
#include "dsp/pauses/clause_pauses.h"
#include "dsp/pauses/room_tone.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recital {

namespace {

constexpr double usual_max_seconds = 60;
constexpr double opening_seconds = 0.02; // one frame of the codecs that have frames

/// Samples below this level count as pause in the finished audio.
constexpr double audible_decibel = -50;

/// How many samples at either end are too quiet to be heard.
struct QuietEnds {
    QuietEnds(std::span<const float> samples, double audible) {
        const auto is_heard = [audible](float sample) { return std::abs(sample) > audible; };
        const auto first = std::find_if(samples.begin(), samples.end(), is_heard);
        if (first != samples.end()) {
            front = static_cast<std::size_t>(first - samples.begin());
            back = static_cast<std::size_t>(std::find_if(samples.rbegin(), samples.rend(), is_heard) -
                                            samples.rbegin());
        }
    }

    std::size_t front = 0;
    std::size_t back = 0;
};

std::size_t to_samples(double seconds, int rate) {
    return static_cast<std::size_t>(std::llround(seconds * rate));
}

/// The number of samples rounded up to a whole number of frames.
std::size_t whole_frames(std::size_t samples, std::size_t frame_samples) {
    return (samples + frame_samples - 1) / frame_samples * frame_samples;
}

/// How much of a pause is left to be filled when the quiet ends on either side have taken their part.
std::size_t gap_of(std::size_t pause, std::size_t quiet) {
    return pause - std::min(pause, quiet);
}

} // namespace

MasteringChain::MasteringChain(const MasteringSettings& settings)
    : settings_(settings), limiter_(settings.rate, settings.ceiling),
      opening_(whole_frames(to_samples(opening_seconds, settings.rate), settings.frame_samples)) {}

std::size_t MasteringChain::append(const PreparedClause& clause, std::size_t pause, float gain) {
    std::vector<float> loud(clause.samples.size());
    std::transform(clause.samples.begin(), clause.samples.end(), loud.begin(),
                   [gain](float sample) { return sample * gain; });
    passage_.limiter += limiter_.process(loud);
    const QuietEnds quiet(loud, from_decibel(audible_decibel));

    auto& samples = passage_.samples;
    samples.resize(samples.size() + gap_of(pause, quiet_end_ + quiet.front));
    const std::size_t start = samples.size();
    samples.insert(samples.end(), loud.begin(), loud.end());
    quiet_end_ = quiet.back;
    SampleRange& sentence = passage_.sentences.back();
    if (sentence.first == sentence.last) {
        sentence.first = start + quiet.front;
    }
    sentence.last = samples.size() - quiet.back;
    return start;
}

void MasteringChain::add(const PreparedUtterance& utterance, double pause, double level) {
    const auto gain = static_cast<float>(from_decibel(settings_.gain + level));
    passage_.samples.reserve(to_samples(usual_max_seconds, settings_.rate)); // grown later only if it must be
    std::size_t before = passage_.sentences.empty() ? opening_ : to_samples(pause, settings_.rate);
    if (utterance.clauses.empty()) {
        passage_.samples.resize(passage_.samples.size() + gap_of(before, quiet_end_));
        quiet_end_ = 0;
    }
    const auto sentence = static_cast<std::uint16_t>(passage_.sentences.size());
    passage_.sentences.push_back({passage_.samples.size(), passage_.samples.size()});
    std::vector<std::size_t> starts; // of the clauses
    for (const PreparedClause& clause : utterance.clauses) {
        starts.push_back(append(clause, before, gain));
        before = to_samples(pause_after(clause.mark, settings_.pauses), settings_.rate);
    }
    for (const PreparedWord& word : utterance.words) {
        const std::uint64_t start = starts.empty() ? passage_.samples.size() : starts[word.clause];
        passage_.words.push_back({start + word.offset, static_cast<std::uint32_t>(word.spoken.text_position),
                                  static_cast<std::uint16_t>(word.spoken.text_length), sentence});
    }
}

MasteredPassage MasteringChain::finish(double pause, std::uint64_t seed) {
    close(pause);
    quiet_end_ = 0;
    RoomTone(settings_.room_tone, settings_.rate, seed).add_to(passage_.samples);
    return std::exchange(passage_, {});
}

void MasteringChain::close(double pause) {
    constexpr double closing_frames = 2;
    const auto frame = static_cast<double>(settings_.frame_samples);
    const auto speech_end = static_cast<double>(passage_.samples.size());
    const double heard_end = speech_end - static_cast<double>(quiet_end_);
    // The next passage begins with its own pause.
    const double wanted =
        std::round((heard_end + pause * settings_.rate - static_cast<double>(opening_)) / frame);
    const double min = passage_.sentences.empty() ? 1 : std::ceil(speech_end / frame) + closing_frames;
    passage_.samples.resize(static_cast<std::size_t>(std::max(min, wanted)) * settings_.frame_samples);
}

} // namespace recital
