// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/foreign_names.h"

#include "studio/pronunciation/phoneme_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace recital {

namespace {

/// The language that the first sentences speak for.
std::string language_of(const Script& script, const NameLanguages& languages) {
    constexpr std::size_t first_sentences = 3;
    std::vector<std::string> sentences;
    for (const Chapter& chapter : script.chapters) {
        for (const Passage& passage : chapter.passages) {
            if (passage.role != Role::body) {
                continue;
            }
            for (const Sentence& sentence : passage.sentences) {
                sentences.push_back(sentence.source);
                if (sentences.size() == first_sentences) {
                    return languages.language_of_text(sentences);
                }
            }
        }
    }
    return languages.language_of_text(sentences);
}

std::vector<ForeignName> names_of(const Script& script, const NameLanguages& languages) {
    std::vector<ForeignName> names;
    const std::string language = language_of(script, languages);
    for (const Chapter& chapter : script.chapters) {
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                languages.find(sentence.source, names, language);
            }
        }
    }
    std::unordered_set<std::string> seen;
    std::erase_if(names, [&](const ForeignName& name) { return !seen.insert(name.written).second; });
    return names;
}

} // namespace

ForeignNames::ForeignNames(const std::filesystem::path& table, const PhonemeTable& phonemes)
    : phonemes_(phonemes), table_(table.string()), languages_(table) {}

bool ForeignNames::decided(const Pronunciation& pronunciation) const {
    return pronunciation.entry.file == table_;
}

void ForeignNames::read(const std::vector<ForeignName>& names) {
    if (names.empty()) {
        return;
    }
    const auto ipa = read_names(names);
    for (std::size_t n = 0; n < names.size(); ++n) {
        std::string& pronunciation = read_[{names[n].written, names[n].language}];
        try {
            (void)phonemes_.read_ipa(ipa[n], SoundRange::foreign, names[n].evidence, names[n].language);
            pronunciation = fmt::format("/{}/", ipa[n]);
        } catch (const Error&) {
            pronunciation.clear(); // the voice's own rules say it, then
        }
    }
}

std::vector<LexiconEntry> ForeignNames::entries(const Script& script) {
    if (phonemes_.is_empty()) {
        return {};
    }
    const auto names = names_of(script, languages_);
    std::vector<ForeignName> unread;
    std::copy_if(names.begin(), names.end(), std::back_inserter(unread),
                 [&](const ForeignName& name) { return !read_.contains({name.written, name.language}); });
    read(unread);
    std::vector<LexiconEntry> entries;
    for (const ForeignName& name : names) {
        if (const std::string& pronunciation = read_.at({name.written, name.language});
            !pronunciation.empty()) {
            entries.push_back({name.written, {}, {}, pronunciation, name.evidence, name.language});
        }
    }
    return entries;
}

} // namespace recital
