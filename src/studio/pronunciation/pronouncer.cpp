// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/pronouncer.h"

#include "base/folder_reader.h"
#include "base/language_tag.h"
#include "base/resources.h"
#include "studio/pronunciation/stated_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace recital {

namespace {

std::vector<std::filesystem::path> tables_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (FolderReader files(folder); files.next();) {
        if (files.path().extension() == ".tsv") {
            paths.push_back(files.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

Pronouncer::Pronouncer(const std::filesystem::path& data, const Voice& voice,
                       std::span<const std::filesystem::path> named, Notice notice)
    : data_(data), language_(voice.language), notice_(std::move(notice)),
      phonemes_(data / "phonemes", voice.language),
      foreign_(data / "languages" / "name_languages.tsv", phonemes_) {
    for (const auto& path : named) {
        named_.push_back(load(path));
    }
    auto own = std::make_unique<Lexicon>(language_, phonemes_, SoundRange::own);
    for (const auto& path : tables_in(data / "lexicon")) {
        own->add(read_lexicon(path));
    }
    own_.push_back(std::move(own));
    const auto heteronyms = data / "heteronyms" / primary_subtag(language_);
    if (std::filesystem::is_directory(heteronyms)) {
        heteronyms_ = std::make_unique<Heteronyms>(heteronyms, language_, phonemes_);
    }
}

std::unique_ptr<Lexicon> Pronouncer::load(const std::filesystem::path& path) const {
    return std::make_unique<Lexicon>(read_lexicon(path), language_, phonemes_, SoundRange::foreign);
}

/// The lexicons in a folder, loaded when the first text from there comes.
const Pronouncer::Lexicons& Pronouncer::beside(const std::filesystem::path& folder) {
    const auto known = beside_.find(folder);
    if (known != beside_.end()) {
        return known->second;
    }
    Lexicons lexicons;
    for (const auto& path : lexicons_in(folder)) {
        lexicons.push_back(load(path));
        const std::size_t size = lexicons.back()->size();
        notice_(
            {fmt::format("used for the texts in this folder: {} pronunciation{}", size, size == 1 ? "" : "s"),
             {path.string(), 0}});
    }
    return beside_.emplace(folder, std::move(lexicons)).first->second;
}

bool Pronouncer::is_listed(const Pronunciation& pronunciation) const {
    return !pronunciation.stated && !foreign_.decided(pronunciation);
}

std::vector<LexiconEntry> Pronouncer::stated_entries(const Script& script, const Document& document,
                                                     const Language& language) {
    const bool is_spoken = primary_subtag(script.language) == primary_subtag(language_);
    if (!is_spoken || document.pronunciations.empty() || phonemes_.is_empty()) {
        return {};
    }
    if (stated_ == nullptr) {
        stated_ = std::make_unique<StatedReader>(data_, resource_folder() / "voices", language_, phonemes_);
    }
    return StatedNames(*stated_, document, script, language, notice_).entries();
}

void Pronouncer::pronounce(Script& script, std::span<const std::filesystem::path> sources) {
    pronounce(script, sources, std::span<const LexiconEntry>());
}

void Pronouncer::pronounce(Script& script, std::span<const std::filesystem::path> sources,
                           const Document& document, const Language& language) {
    pronounce(script, sources, stated_entries(script, document, language));
}

void Pronouncer::pronounce(Script& script, std::span<const std::filesystem::path> sources,
                           std::span<const LexiconEntry> stated) {
    if (primary_subtag(script.language) != primary_subtag(language_)) {
        return;
    }
    std::vector<const PronunciationSource*> pronunciations;
    const auto add = [&](const Lexicons& more) {
        for (const auto& lexicon : more) {
            pronunciations.push_back(lexicon.get());
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
    const Lexicon of_text(stated, language_, phonemes_, SoundRange::foreign);
    pronunciations.push_back(&of_text);
    add(own_);
    if (heteronyms_ != nullptr) {
        pronunciations.push_back(heteronyms_.get());
    }
    const Lexicon foreign(foreign_.entries(script), language_, phonemes_, SoundRange::foreign);
    pronunciations.push_back(&foreign);
    std::set<std::string> texts;
    for (const LexiconEntry& entry : stated) {
        texts.insert(entry.place.file);
    }
    recital::pronounce(script, pronunciations, [&](Pronunciation& pronunciation) {
        pronunciation.foreign = foreign_.decided(pronunciation);
        pronunciation.stated = texts.contains(pronunciation.entry.file);
    });
}

} // namespace recital
