// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/mastering.h"

#include "sound/clause_pauses.h"
#include "sound/decibel.h"
#include "sound/room_tone.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recital {

namespace {

constexpr double usual_most_seconds = 60;
constexpr double opening_seconds = 0.02; // one frame of the codecs that have frames

/// What is quieter than this counts as pause, in the finished sound.
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

/// The whole number of frames, in samples, that holds so many samples.
std::size_t whole_frames(std::size_t samples, std::size_t frame_samples) {
    return (samples + frame_samples - 1) / frame_samples * frame_samples;
}

/// How much of a pause is left to be filled when the quiet ends on either side have taken their part.
std::size_t gap_of(std::size_t pause, std::size_t quiet) {
    return pause - std::min(pause, quiet);
}

/// An utterance with the profile's pauses in place of the engine's, from the first to the last that is heard.
/// What is quieter than `audible` at the ends of a clause belongs to the pause.
class PacedSpeech {
public:
    PacedSpeech(std::vector<float> samples, std::span<const ClauseEnd> ends, const PauseSettings& pauses,
                double audible, int rate) {
        const auto silences = find_silences(samples, rate);
        fade_at_silences(samples, silences, rate);
        clauses_ = find_clauses(samples.size(), silences, ends, rate);
        std::size_t quiet = 0;
        for (std::size_t n = 0; n < clauses_.size(); ++n) {
            const auto clause =
                std::span(samples).subspan(clauses_[n].first, clauses_[n].last - clauses_[n].first);
            const QuietEnds quiet_ends(clause, audible);
            if (n > 0) {
                const std::size_t pause = to_samples(pause_behind(clauses_[n - 1].mark, pauses), rate);
                samples_.resize(samples_.size() + gap_of(pause, quiet + quiet_ends.front));
            }
            starts_.push_back(samples_.size());
            samples_.insert(samples_.end(), clause.begin(), clause.end());
            quiet = quiet_ends.back;
        }
    }

    [[nodiscard]] std::span<const float> samples() const { return samples_; }

    /// Where sample `n` of the utterance is heard; what stands in a pause, at the start of the clause behind
    /// it.
    [[nodiscard]] std::size_t place_of(std::size_t n) const {
        for (std::size_t k = 0; k < clauses_.size(); ++k) {
            if (n < clauses_[k].last) {
                return starts_[k] + (std::max(n, clauses_[k].first) - clauses_[k].first);
            }
        }
        return samples_.size();
    }

private:
    std::vector<ClauseSpan> clauses_;
    std::vector<std::size_t> starts_; ///< of each clause in the paced speech
    std::vector<float> samples_;
};

void append_words(const Utterance& utterance, const PacedSpeech& speech, double ratio,
                  MasteredPassage& passage) {
    const auto sentence = static_cast<std::uint16_t>(passage.sentences.size());
    const std::uint64_t start = passage.samples.size();
    for (const SpokenWord& word : utterance.words) {
        const double offset = static_cast<double>(speech.place_of(word.first_sample)) * ratio;
        passage.words.push_back({start + static_cast<std::uint64_t>(std::llround(offset)),
                                 static_cast<std::uint32_t>(word.text_position),
                                 static_cast<std::uint16_t>(word.text_length), sentence});
    }
}

} // namespace

MasteringChain::MasteringChain(const MasteringSettings& settings, int input_rate)
    : settings_(settings), input_rate_(input_rate), rumble_filter_(settings.sound.high_pass, input_rate),
      phase_rotator_(input_rate),
      treble_shelf_(settings.sound.shelf_frequency, settings.sound.shelf_gain, input_rate),
      resampler_(settings.sound.converter, input_rate, settings.rate),
      limiter_(settings.rate, settings.ceiling),
      opening_(whole_frames(to_samples(opening_seconds, settings.rate), settings.frame_samples)) {}

std::vector<float> MasteringChain::filtered(std::span<const std::int16_t> samples) const {
    std::vector<float> result(samples.size());
    std::transform(samples.begin(), samples.end(), result.begin(),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    rumble_filter_.process(result);
    phase_rotator_.process(result);
    treble_shelf_.process(result);
    return result;
}

void MasteringChain::add(const Utterance& utterance, double pause) {
    const double audible = from_decibel(audible_decibel);
    const double gain = from_decibel(settings_.gain);
    const PacedSpeech speech(filtered(utterance.samples), utterance.clauses, settings_.pauses, audible / gain,
                             input_rate_);
    std::vector<float> resampled = resampler_.convert(speech.samples());
    for (float& sample : resampled) {
        sample *= static_cast<float>(gain);
    }
    passage_.limiter += limiter_.process(resampled);
    const QuietEnds quiet(resampled, audible);

    auto& samples = passage_.samples;
    samples.reserve(to_samples(usual_most_seconds, settings_.rate)); // grown later only if it must be
    const std::size_t in_front = passage_.sentences.empty() ? opening_ : to_samples(pause, settings_.rate);
    samples.resize(samples.size() + gap_of(in_front, quiet_end_ + quiet.front));
    append_words(utterance, speech, static_cast<double>(settings_.rate) / input_rate_, passage_);
    const std::uint64_t start = samples.size() + quiet.front;
    samples.insert(samples.end(), resampled.begin(), resampled.end());
    passage_.sentences.push_back({start, samples.size() - quiet.back});
    quiet_end_ = quiet.back;
}

MasteredPassage MasteringChain::finish(double pause, std::uint64_t seed) {
    close(pause);
    quiet_end_ = 0;
    RoomTone(settings_.sound.room_tone, settings_.rate, seed).add_to(passage_.samples);
    return std::exchange(passage_, {});
}

void MasteringChain::close(double pause) {
    constexpr double closing_frames = 2;
    const auto frame = static_cast<double>(settings_.frame_samples);
    const auto speech_end = static_cast<double>(passage_.samples.size());
    const double heard_end = speech_end - static_cast<double>(quiet_end_);
    // What follows begins with a pause of its own.
    const double wanted =
        std::round((heard_end + pause * settings_.rate - static_cast<double>(opening_)) / frame);
    const double least = passage_.sentences.empty() ? 1 : std::ceil(speech_end / frame) + closing_frames;
    passage_.samples.resize(static_cast<std::size_t>(std::max(least, wanted)) * settings_.frame_samples);
}

} // namespace recital
