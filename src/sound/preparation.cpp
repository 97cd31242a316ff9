// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/preparation.h"

#include "sound/clause_pauses.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace recital {

namespace {

/// The engine tells of a word up to this long before it is heard; no word is that short.
constexpr double event_lead_seconds = 0.030;

/// Where a word is heard; what begins in a pause or right in front of one, at the start of the clause behind
/// it. `lead` in samples.
PreparedWord place(const SpokenWord& word, std::span<const ClauseSpan> clauses, std::size_t lead,
                   double ratio) {
    auto clause = std::find_if(clauses.begin(), clauses.end(),
                               [&](const ClauseSpan& span) { return word.first_sample + lead < span.last; });
    if (clause == clauses.end() && !clauses.empty() && word.first_sample < clauses.back().last) {
        clause = clauses.end() - 1;
    }
    const auto to_offset = [ratio](std::size_t samples) {
        return static_cast<std::size_t>(std::llround(static_cast<double>(samples) * ratio));
    };
    if (clause != clauses.end()) {
        const std::size_t first = std::max(word.first_sample, clause->first) - clause->first;
        return {static_cast<std::size_t>(clause - clauses.begin()), to_offset(first), word};
    }
    if (clauses.empty()) {
        return {0, 0, word};
    }
    return {clauses.size() - 1, to_offset(clauses.back().last - clauses.back().first), word};
}

} // namespace

SpeechPreparation::SpeechPreparation(const SoundSettings& sound, int input_rate, int rate)
    : input_rate_(input_rate), ratio_(static_cast<double>(rate) / input_rate), filter_(sound, input_rate),
      resampler_(sound.converter, input_rate, rate) {}

PreparedUtterance SpeechPreparation::prepare(const Utterance& utterance) {
    std::vector<float> samples(utterance.samples.size());
    std::transform(utterance.samples.begin(), utterance.samples.end(), samples.begin(),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    filter_.process(samples);
    const auto silences = find_silences(samples, input_rate_);
    fade_at_silences(samples, silences, input_rate_);
    const auto clauses = find_clauses(samples.size(), silences, utterance.clauses, input_rate_);
    PreparedUtterance prepared;
    for (const ClauseSpan& clause : clauses) {
        const auto heard = std::span(samples).subspan(clause.first, clause.last - clause.first);
        prepared.clauses.push_back({resampler_.convert(heard), clause.mark});
    }
    const auto lead = static_cast<std::size_t>(event_lead_seconds * input_rate_);
    std::transform(utterance.words.begin(), utterance.words.end(), std::back_inserter(prepared.words),
                   [&](const SpokenWord& word) { return place(word, clauses, lead, ratio_); });
    return prepared;
}

} // namespace recital
