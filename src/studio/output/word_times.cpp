// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/word_times.h"

#include "base/unicode.h"
#include "text/script/written_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// A point of a sentence's time: a byte of its spoken form, and the sample at which it is heard.
struct TimePoint {
    std::size_t byte = 0;
    double sample = 0;
};

/// The starts of the words, in order in both respects, between the sentence's start and its end.
std::vector<TimePoint> points_of(std::string_view spoken, std::span<const WordTime> words,
                                 const SampleRange& heard) {
    std::vector<TimePoint> points = {{0, static_cast<double>(heard.first)}};
    const auto last = static_cast<double>(std::max(heard.first, heard.last));
    std::size_t characters = 0;
    std::size_t byte = 0;
    for (const WordTime& word : words) {
        while (characters < word.text_position && byte < spoken.size()) {
            (void)next_code_point(spoken, byte);
            ++characters;
        }
        const double sample = std::clamp(static_cast<double>(word.first_sample), points.back().sample, last);
        if (byte > points.back().byte) {
            points.push_back({byte, sample});
        }
    }
    points.push_back({std::max(spoken.size(), points.back().byte + 1), last});
    return points;
}

/// The time at which the byte is heard: that of a point, or interpolated between two points.
double sample_at(std::span<const TimePoint> points, std::size_t byte) {
    const auto next = std::find_if(points.begin(), points.end(),
                                   [byte](const TimePoint& point) { return point.byte > byte; });
    if (next == points.end()) {
        return points.back().sample;
    }
    const TimePoint& before = *(next - 1);
    const double share =
        static_cast<double>(byte - before.byte) / static_cast<double>(next->byte - before.byte);
    return before.sample + share * (next->sample - before.sample);
}

} // namespace

std::vector<TimedWord> time_words(const Sentence& sentence, std::span<const WordTime> words,
                                  const SampleRange& heard, int rate, double start) {
    const std::vector<TimePoint> points = points_of(sentence.spoken, words, heard);
    std::vector<TimedWord> timed;
    for (const WrittenWord& word : written_words(sentence)) {
        const bool said = word.spoken.begin < word.spoken.end;
        TimedWord made{word.text, word.spaced, said, 0, 0};
        if (said) {
            made.start = start + sample_at(points, word.spoken.begin) / rate;
        }
        timed.push_back(std::move(made));
    }
    double next = start + points.back().sample / rate;
    std::for_each(timed.rbegin(), timed.rend(), [&next](TimedWord& word) {
        word.end = next;
        word.start = word.said ? std::min(word.start, next) : next;
        next = word.start;
    });
    return timed;
}

} // namespace recital
