// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/resampling_stage.h"

#include "dsp/level/loudness.h"
#include "dsp/pauses/clause_pauses.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace recital {

namespace {

/// The engine reports a word up to this long before it is heard; all words are longer.
constexpr double event_lead_seconds = 0.030;

/// The loudness of all clauses of an utterance together. A meter at the full rate would take as long as all
/// other preparation, so it gets the mean of every few samples: the loudness of speech lies below 4 kHz.
class UtteranceMeter {
public:
    explicit UtteranceMeter(int rate)
        : step_(static_cast<std::size_t>(std::max(1L, std::lround(rate / thinned_rate)))),
          meter_(rate / static_cast<int>(step_)),
          pause_(static_cast<std::size_t>(block_seconds * rate) / step_) {
        meter_.add(pause_);
    }

    void add(std::span<const float> samples) {
        std::vector<float> thinned(samples.size() / step_);
        for (std::size_t n = 0; n < thinned.size(); ++n) {
            const auto few = samples.subspan(n * step_, step_);
            thinned[n] = std::accumulate(few.begin(), few.end(), 0.0F) / static_cast<float>(step_);
        }
        meter_.add(thinned);
        meter_.add(pause_);
    }

    [[nodiscard]] double loudness() const { return meter_.integrated(); }

private:
    static constexpr double thinned_rate = 8000; // Hz, about
    /// Of the meter (ITU-R BS.1770-4, annex 1): blocks that are partly pause count as in the book.
    static constexpr double block_seconds = 0.4;

    std::size_t step_;
    LoudnessMeter meter_;
    std::vector<float> pause_;
};

/// Where a word is heard that the engine reports at sample `start`. A word that begins in a pause or just
/// before one is at the start of the next clause. `lead` in samples.
PreparedWord place(const SpokenWord& word, std::size_t start, std::span<const ClauseSpan> clauses,
                   std::size_t lead) {
    auto clause = std::find_if(clauses.begin(), clauses.end(),
                               [&](const ClauseSpan& span) { return start + lead < span.last; });
    if (clause == clauses.end() && !clauses.empty() && start < clauses.back().last) {
        clause = clauses.end() - 1;
    }
    if (clause != clauses.end()) {
        return {static_cast<std::size_t>(clause - clauses.begin()),
                std::max(start, clause->first) - clause->first, word};
    }
    if (clauses.empty()) {
        return {0, 0, word};
    }
    return {clauses.size() - 1, clauses.back().last - clauses.back().first, word};
}

} // namespace

ResamplingStage::ResamplingStage(const SoundSettings& sound, int input_rate, int rate, double gain)
    : rate_(rate), ratio_(static_cast<double>(rate) / input_rate), gain_(gain), filter_(sound, input_rate),
      resampler_(sound.converter, input_rate, rate) {}

PreparedUtterance ResamplingStage::prepare(const Utterance& utterance) {
    std::vector<float> spoken(utterance.samples.size());
    std::transform(utterance.samples.begin(), utterance.samples.end(), spoken.begin(),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    filter_.process(spoken);
    std::vector<float> samples = resampler_.convert(spoken);
    const auto silences = find_silences(samples, rate_);
    fade_at_silences(samples, silences, rate_, gain_);

    const auto delivered = [this](std::size_t position) {
        return static_cast<std::size_t>(std::llround(static_cast<double>(position) * ratio_));
    };
    std::vector<ClauseEnd> ends = utterance.clauses;
    for (ClauseEnd& end : ends) {
        end.sample = delivered(end.sample);
    }
    const auto clauses = find_clauses(samples.size(), silences, ends, rate_);
    PreparedUtterance prepared;
    UtteranceMeter meter(rate_);
    for (const ClauseSpan& clause : clauses) {
        prepared.clauses.push_back({{samples.begin() + static_cast<std::ptrdiff_t>(clause.first),
                                     samples.begin() + static_cast<std::ptrdiff_t>(clause.last)},
                                    clause.mark});
        meter.add(prepared.clauses.back().samples);
        prepared.seconds += static_cast<double>(clause.last - clause.first) / rate_;
    }
    prepared.loudness = meter.loudness();
    const auto lead = static_cast<std::size_t>(event_lead_seconds * rate_);
    for (const SpokenWord& word : utterance.words) {
        prepared.words.push_back(place(word, delivered(word.first_sample), clauses, lead));
    }
    return prepared;
}

} // namespace recital
