// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/inflection.h"

#include <algorithm>
#include <set>

namespace recital {

namespace {

struct InflectedRange {
    TextRange range;
    RoleSettings settings;
};

std::vector<InflectedRange> inflected_ranges(const SpokenForm& form, const Voice& voice) {
    std::vector<InflectedRange> ranges;
    const auto add = [&](const TextRange& range, const RoleSettings& settings) {
        if (settings.rate == 1 && settings.pitch == 0) {
            return;
        }
        // A command precedes a word: the usual voice returns with the next word.
        const std::size_t next = form.text.find_first_not_of(" -,:;.!?", range.end);
        ranges.push_back({{range.begin, std::min(next, form.text.size())}, settings});
    };
    for (const TextRange& stress : form.stresses) {
        add(stress, voice.emphasis);
    }
    for (const TextRange& quotation : form.quotations) {
        add(quotation, voice.quotation);
    }
    for (const Pronunciation& pronunciation : form.pronunciations) {
        if (pronunciation.foreign) {
            add({pronunciation.begin, pronunciation.end}, voice.foreign_name);
        }
    }
    return ranges;
}

} // namespace

std::vector<VoiceChange> inflect(const SpokenForm& form, const Voice& voice) {
    const auto ranges = inflected_ranges(form, voice);
    std::set<std::size_t> borders;
    for (const InflectedRange& inflected : ranges) {
        borders.insert({inflected.range.begin, inflected.range.end});
    }
    borders.erase(form.text.size());
    std::vector<VoiceChange> changes;
    for (const std::size_t border : borders) {
        VoiceChange change{border};
        for (const auto& [range, settings] : ranges) {
            if (range.begin <= border && border < range.end) {
                change.rate *= settings.rate;
                change.pitch += settings.pitch;
            }
        }
        changes.push_back(change);
    }
    return changes;
}

} // namespace recital
