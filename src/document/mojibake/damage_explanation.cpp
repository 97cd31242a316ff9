// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake/damage_explanation.h"

#include "document/encoding/character_use.h"
#include "document/encoding/plausibility.h"

#include <algorithm>

namespace recital {

namespace {

constexpr double coincidence = 1.5; ///< that one more character happens to continue a sequence

/// One byte for each character of a line, 0 or 1: quicker to fill than bits.
using Flags = std::vector<char>;

double implausibility_in_place(std::u32string_view text, const Group& group) {
    const std::size_t before = std::min<std::size_t>(group.start, 2);
    std::u32string local(text.substr(group.start - before, before));
    local += group.value;
    const std::size_t to = local.size();
    local += text.substr(group.end, 2);
    return implausibility(local, before, to);
}

/// For each character, whether it is in an unbroken run of foreign characters of which garbage would be left:
/// then the run was not understood, and a part of it must not be taken for repaired.
Flags find_garbage(std::u32string_view text, const Flags& covered) {
    constexpr double garbage = 5.0;
    Flags found(text.size(), 0);
    for (std::size_t from = 0; from < text.size();) {
        if (text[from] < 0x80) {
            ++from;
            continue;
        }
        std::size_t to = from;
        bool is_garbage = false;
        for (; to < text.size() && text[to] >= 0x80; ++to) {
            is_garbage = is_garbage || (to > from && covered[to - 1] == 0 && covered[to] == 0 &&
                                        pair_oddity(text[to - 1], text[to]) >= garbage);
        }
        std::fill(found.begin() + static_cast<std::ptrdiff_t>(from),
                  found.begin() + static_cast<std::ptrdiff_t>(to), static_cast<char>(is_garbage));
        from = to + 1;
    }
    return found;
}

/// If sequences explain every foreign character of a line, some of them completely, the whole line was
/// decoded with this encoding, and sequences with lost bytes in it cannot be anything else.
bool explain_everything(std::u32string_view text, const std::vector<MisdecodedSequence>& sequences) {
    std::size_t at = 0;
    bool any_whole = false;
    const auto is_ascii = [text](std::size_t from, std::size_t to) {
        const std::u32string_view part = text.substr(from, to - from);
        return std::all_of(part.begin(), part.end(), [](char32_t c) { return c < 0x80; });
    };
    for (const MisdecodedSequence& sequence : sequences) {
        if (!is_ascii(at, sequence.start)) {
            return false;
        }
        any_whole = any_whole || sequence.penalty == 0.0;
        at = sequence.end;
    }
    return any_whole && is_ascii(at, text.size());
}

std::vector<Group> group_sequences(std::u32string_view text,
                                   const std::vector<MisdecodedSequence>& sequences) {
    if (sequences.empty()) {
        return {};
    }
    constexpr double in_damaged_line = 5.0;
    const bool everything = explain_everything(text, sequences);
    const double loss_bonus = everything ? in_damaged_line : 0.0;
    // Damage is decided per line, not per word: what could be clean alone is damaged among damaged words.
    constexpr std::size_t several = 3;
    constexpr double rare = 8.0; // nats: nobody meant such a character
    const double company_bonus = everything && sequences.size() >= several ? in_damaged_line : 0.0;
    std::vector<Group> groups;
    Flags covered(text.size(), 0);
    for (const MisdecodedSequence& sequence : sequences) {
        if (groups.empty() || groups.back().end != sequence.start) {
            groups.push_back({sequence.start, sequence.start, {}, 0.0, 0.0, false, true});
        }
        Group& group = groups.back();
        group.end = sequence.end;
        group.value += sequence.value;
        group.gain -= sequence.penalty;
        if (sequence.penalty > 0.0) {
            group.gain += loss_bonus;
            group.bonus += loss_bonus;
        } else {
            group.gain += coincidence * static_cast<double>(sequence.end - sequence.start - 2);
        }
        if (group.start == sequence.start && sequence.penalty == 0.0 &&
            rarity(sequence.value.front()) < rare) {
            group.gain += company_bonus;
            group.bonus += company_bonus;
        }
        group.guessed = group.guessed || sequence.guessed;
        group.stylised =
            group.stylised && sequence.end == sequence.start + 2 && text[sequence.end - 1] == U'¥';
        std::fill(covered.begin() + static_cast<std::ptrdiff_t>(sequence.start),
                  covered.begin() + static_cast<std::ptrdiff_t>(sequence.end), 1);
    }
    const Flags garbage = find_garbage(text, covered);
    std::erase_if(groups, [&garbage](const Group& group) { return garbage[group.start] != 0; });
    for (Group& group : groups) {
        group.gain += implausibility(text, group.start, group.end) - implausibility_in_place(text, group);
    }
    std::erase_if(groups, [](const Group& group) { return group.gain <= 0.0; });
    return groups;
}

/// Whether a character outside the groups that `counts` shows that the line as a whole was not decoded by
/// this charset.
template <typename Counts>
bool is_contradicted(std::u32string_view text, const std::vector<Group>& groups, const LegacyCharset& charset,
                     Counts counts) {
    std::size_t at = 0;
    const auto shows = [&](std::size_t from, std::size_t to) {
        return std::any_of(
            text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to),
            [&](char32_t c) { return c > 0xA0 && charset.byte_of(c).has_value() && counts(c); });
    };
    for (const Group& group : groups) {
        if (shows(at, group.start)) {
            return true;
        }
        at = group.end;
    }
    return shows(at, text.size());
}

bool is_complete(std::u32string_view text, const std::vector<MisdecodedSequence>& sequences,
                 const std::vector<Group>& groups) {
    std::size_t repaired = 0;
    for (const Group& group : groups) {
        repaired += group.end - group.start;
    }
    std::size_t whole = 0;
    for (const MisdecodedSequence& sequence : sequences) {
        whole += sequence.penalty == 0.0 ? sequence.end - sequence.start : 0;
    }
    const auto foreign = std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x80; });
    return repaired == whole && whole == static_cast<std::size_t>(foreign);
}

} // namespace

Explanation explain(std::u32string_view text, const CandidateEncoding& candidate, double surprise,
                    LossContext context) {
    constexpr double contradiction = 2.0;
    constexpr double stylised_contradiction = 9.0;
    const std::vector<MisdecodedSequence> sequences = find_misdecoded(text, *candidate.charset, context);
    Explanation explanation{candidate.charset, group_sequences(text, sequences), 0.0, false};
    if (explanation.groups.empty()) {
        return explanation;
    }
    for (const Group& group : explanation.groups) {
        explanation.gain += std::max(group.gain - group.bonus, 0.0);
    }
    explanation.gain -= surprise;
    explanation.complete = is_complete(text, sequences, explanation.groups);
    const auto any = [](char32_t /*character*/) { return true; };
    if (surprise > known_use && is_contradicted(text, explanation.groups, *candidate.charset, any)) {
        const bool stylised = std::all_of(explanation.groups.begin(), explanation.groups.end(),
                                          [](const Group& group) { return group.stylised; });
        // Lines that are drawn are meant as such if they do not all become letters.
        const auto draws = [](char32_t c) { return use_of(c).role == CharacterRole::drawing; };
        const bool drawn = is_contradicted(text, explanation.groups, *candidate.charset, draws);
        explanation.gain -= stylised || drawn ? stylised_contradiction : contradiction;
    }
    return explanation;
}

} // namespace recital
