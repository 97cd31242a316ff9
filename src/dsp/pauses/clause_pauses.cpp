// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/pauses/clause_pauses.h"

#include <algorithm>

namespace recital {

namespace {

constexpr double event_tolerance_seconds = 0.030; // the engine's event is within 20 ms of the pause

/// The longest silence near the end of a clause; null if there is none.
const Silence* silence_at(std::span<const Silence> silences, std::size_t end, std::size_t tolerance) {
    const Silence* longest = nullptr;
    for (const Silence& silence : silences) {
        const bool near = silence.first <= end + tolerance && silence.last + tolerance >= end;
        if (near && (longest == nullptr || silence.length() > longest->length())) {
            longest = &silence;
        }
    }
    return longest;
}

} // namespace

std::vector<ClauseSpan> find_clauses(std::size_t count, std::span<const Silence> silences,
                                     std::span<const ClauseEnd> ends, int rate) {
    ClauseSpan open{0, count, 0};
    if (!silences.empty() && silences.front().first == 0) {
        open.first = silences.front().last;
    }
    if (!silences.empty() && silences.back().last == count) {
        open.last = silences.back().first;
    }
    if (open.first >= open.last) {
        return {};
    }
    const auto tolerance = static_cast<std::size_t>(event_tolerance_seconds * rate);
    std::vector<ClauseSpan> clauses;
    for (const ClauseEnd& end : ends) {
        const Silence* silence = silence_at(silences, end.sample, tolerance);
        if (silence != nullptr && silence->first > open.first && silence->last < open.last) {
            clauses.push_back({open.first, silence->first, end.mark});
            open.first = silence->last;
        }
    }
    clauses.push_back(open);
    return clauses;
}

double pause_after(char32_t mark, const PauseSettings& pauses) {
    switch (mark) {
    case U';':
    case U':':
        return pauses.semicolon;
    case U'–':
    case U'—':
    case U'(':
    case U')':
        return pauses.dash;
    case U'.':
    case U'!':
    case U'?':
        return pauses.sentence;
    default:
        return pauses.comma;
    }
}

} // namespace recital
