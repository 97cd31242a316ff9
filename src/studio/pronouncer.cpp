// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronouncer.h"

#include "base/language_tag.h"
#include "studio/phoneme_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace recital {

namespace {

std::vector<std::filesystem::path> tables_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".tsv") {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The entry of a name that was read in its language; without pronunciation where a sound of it is not known.
LexiconEntry in_own_sounds(const ForeignName& name, const std::string& ipa, const PhonemeTable& phonemes) {
    LexiconEntry entry{name.written, {}, {}, {}, name.evidence, name.language};
    try {
        (void)phonemes.read_ipa(ipa, SoundRange::foreign, name.evidence, name.language);
        entry.pronunciation = fmt::format("/{}/", ipa);
    } catch (const Error&) {
        // The voice's own rules say it, then.
    }
    return entry;
}

} // namespace

Pronouncer::Pronouncer(const std::filesystem::path& data, const Voice& voice,
                       std::span<const std::filesystem::path> named, Notice notice)
    : language_(voice.language), notice_(std::move(notice)), phonemes_(data / "phonemes", voice.language),
      name_table_(data / "languages" / "name_languages.tsv"), name_languages_(name_table_) {
    for (const auto& path : named) {
        named_.push_back(load(path, SoundRange::foreign));
    }
    std::vector<LexiconEntry> entries;
    for (const auto& path : tables_in(data / "lexicon")) {
        auto more = read_lexicon(path);
        entries.insert(entries.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
    }
    own_.push_back(std::make_unique<Lexicon>(entries, language_, phonemes_, SoundRange::own));
}

std::unique_ptr<Lexicon> Pronouncer::load(const std::filesystem::path& path, SoundRange range) const {
    return std::make_unique<Lexicon>(read_lexicon(path), language_, phonemes_, range);
}

/// The lexicons in a folder, loaded when the first text from there comes.
const Pronouncer::Lexicons& Pronouncer::beside(const std::filesystem::path& folder) {
    const auto known = beside_.find(folder);
    if (known != beside_.end()) {
        return known->second;
    }
    Lexicons lexicons;
    for (const auto& path : lexicons_in(folder)) {
        lexicons.push_back(load(path, SoundRange::foreign));
        notice_({fmt::format("used for the texts beside it: {} pronunciations", lexicons.back()->size()),
                 {path.string(), 0}});
    }
    return beside_.emplace(folder, std::move(lexicons)).first->second;
}

Lexicon Pronouncer::foreign_names(const Script& script) {
    std::vector<ForeignName> names;
    for (const Chapter& chapter : script.chapters) {
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                name_languages_.find(sentence.source, names);
            }
        }
    }
    std::set<std::string> written;
    std::vector<ForeignName> unread;
    for (const ForeignName& name : names) {
        if (written.insert(name.written).second && !foreign_.contains(name.written)) {
            unread.push_back(name);
        }
    }
    if (!unread.empty() && !phonemes_.is_empty()) {
        const auto ipa = read_names(unread);
        for (std::size_t n = 0; n < unread.size(); ++n) {
            foreign_[unread[n].written] = in_own_sounds(unread[n], ipa[n], phonemes_);
        }
    }
    std::vector<LexiconEntry> entries;
    for (const std::string& name : written) {
        if (const auto read = foreign_.find(name);
            read != foreign_.end() && !read->second.pronunciation.empty()) {
            entries.push_back(read->second);
        }
    }
    return {entries, language_, phonemes_, SoundRange::foreign};
}

bool Pronouncer::is_listed(const Pronunciation& pronunciation) const {
    return pronunciation.entry.file != name_table_.string();
}

void Pronouncer::pronounce(Script& script, std::span<const std::filesystem::path> sources) {
    if (primary_subtag(script.language) != primary_subtag(language_)) {
        return;
    }
    std::vector<const Lexicon*> lexicons;
    const auto add = [&](const Lexicons& more) {
        for (const auto& lexicon : more) {
            lexicons.push_back(lexicon.get());
        }
    };
    add(named_);
    std::set<std::filesystem::path> folders;
    for (const auto& source : sources) {
        const auto folder = source.has_parent_path() ? source.parent_path() : std::filesystem::path(".");
        if (folders.insert(folder).second) {
            add(beside(folder));
        }
    }
    add(own_);
    const Lexicon foreign = foreign_names(script);
    lexicons.push_back(&foreign);
    recital::pronounce(script, lexicons);
}

} // namespace recital
