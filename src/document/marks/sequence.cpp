// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/candidate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace recital {

namespace {

/// What a candidate has before or after it in its sequence.
struct Support {
    std::size_t members = 0;
    std::size_t strong = 0; ///< of them, those that are marks by their place

    [[nodiscard]] Support with(const MarkCandidate& candidate) const {
        const bool is_strong =
            candidate.evidence == MarkEvidence::certain || candidate.evidence == MarkEvidence::likely;
        return {members + 1, strong + (is_strong ? 1U : 0U)};
    }
};

/// Finds for each candidate the one that it continues: the last one before it whose number is at most three
/// lower, for some marks have other forms or are lost.
std::vector<std::optional<std::size_t>> predecessors(const std::vector<MarkCandidate>& candidates) {
    constexpr int max_step = 3;
    std::map<std::pair<MarkSeries, int>, std::size_t> latest; // by series and number
    std::vector<std::optional<std::size_t>> found(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const MarkCandidate& candidate = candidates[i];
        if (candidate.series == MarkSeries::uncounted || candidate.evidence == MarkEvidence::none) {
            continue;
        }
        for (int step = 1; step <= max_step && !found[i]; ++step) {
            if (const auto before = latest.find({candidate.series, candidate.value - step});
                before != latest.end()) {
                found[i] = before->second;
            }
        }
        latest[{candidate.series, std::max(candidate.value, candidate.last)}] = i;
    }
    return found;
}

/// `goes_on`: whether the sequence begins with one, or two numbers attached to words or in curly braces
/// follow each other.
bool is_mark(const MarkCandidate& candidate, const Support& sequence, bool goes_on) {
    switch (candidate.evidence) {
    case MarkEvidence::certain:
    case MarkEvidence::likely:
        return true;
    case MarkEvidence::weak:
        return sequence.members >= 3 || (sequence.members == 2 && (sequence.strong >= 1 || goes_on));
    case MarkEvidence::doubtful:
        return sequence.members >= 3 &&
               (sequence.strong >= 2 || candidate.series == MarkSeries::braced_number);
    case MarkEvidence::none:
        break;
    }
    return false;
}

} // namespace

std::vector<bool> decide_marks(const std::vector<MarkCandidate>& candidates) {
    const auto before = predecessors(candidates);
    std::vector<Support> so_far(candidates.size());
    std::vector<Support> from_here(candidates.size());
    std::vector<std::size_t> first(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        so_far[i] = (before[i] ? so_far[*before[i]] : Support{}).with(candidates[i]);
        first[i] = before[i] ? first[*before[i]] : i;
    }
    for (std::size_t i = candidates.size(); i-- > 0;) {
        const Support own = from_here[i].with(candidates[i]);
        if (before[i] && own.members > from_here[*before[i]].members) {
            from_here[*before[i]] = own;
        }
    }
    std::vector<bool> marks(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Support sequence{so_far[i].members + from_here[i].members,
                               so_far[i].strong + from_here[i].strong};
        const bool attached = candidates[i].series == MarkSeries::attached_number ||
                              candidates[i].series == MarkSeries::braced_number;
        marks[i] = is_mark(candidates[i], sequence, attached || candidates[first[i]].value == 1);
    }
    return marks;
}

} // namespace recital
