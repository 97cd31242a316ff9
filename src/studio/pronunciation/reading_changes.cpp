// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/reading_changes.h"

#include "base/hash.h"
#include "studio/pronunciation/input_scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace recital {

namespace {

std::uint64_t hash_of(const Passage& passage) {
    std::string reading;
    for (const Sentence& sentence : passage.sentences) {
        reading += sentence.spoken + '\n';
        for (const Pronunciation& pronunciation : sentence.pronunciations) {
            reading +=
                fmt::format("{} {} {}\n", pronunciation.begin, pronunciation.end, pronunciation.phonemes);
        }
    }
    return hash_64(reading);
}

} // namespace

Readings find_readings(const Job& job, const std::function<void(const Diagnostic&)>& warn) {
    Readings readings;
    const auto read = [&readings](const Script& script, const SourceRef& source, const Pronouncer&) {
        Readings::Text text{{source.path.string(), source.line}, {}};
        for (const Chapter& chapter : script.chapters) {
            std::transform(chapter.passages.begin(), chapter.passages.end(),
                           std::back_inserter(text.passages), hash_of);
        }
        readings.texts.push_back(std::move(text));
    };
    visit_input_scripts(job, AnnouncementsIn::scripts,
                        {read,
                         [&readings](const FailureReport& failure) { readings.failures.push_back(failure); },
                         warn, [](const Diagnostic&) {}});
    return readings;
}

std::vector<ReadingChange> changes_between(const Readings& before, const Readings& after) {
    std::vector<ReadingChange> changes;
    const std::size_t texts = std::min(before.texts.size(), after.texts.size());
    for (std::size_t n = 0; n < texts; ++n) {
        const Readings::Text& text = after.texts[n];
        const std::vector<std::uint64_t>& earlier = before.texts[n].passages;
        ReadingChange change{text.place, 0};
        for (std::size_t passage = 0; passage < text.passages.size(); ++passage) {
            if (passage >= earlier.size() || earlier[passage] != text.passages[passage]) {
                ++change.passages;
            }
        }
        if (change.passages > 0) {
            changes.push_back(std::move(change));
        }
    }
    return changes;
}

} // namespace recital
