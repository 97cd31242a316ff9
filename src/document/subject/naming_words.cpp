// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/naming_words.h"

#include "base/data_table.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>

namespace recital {

namespace {

/// Punctuation before and after words; of more than one byte each.
constexpr std::string_view wide_marks[] = {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB",
                                           "\u00BB", "\u2026", "\u3001", "\u3002", "\u3010", "\u3011"};
constexpr std::string_view narrow_marks = ",;:.()[]\"'!?";

bool cut_mark(std::string_view& word, std::string_view mark) {
    if (word.starts_with(mark)) {
        word.remove_prefix(mark.size());
        return true;
    }
    if (word.ends_with(mark)) {
        word.remove_suffix(mark.size());
        return true;
    }
    return false;
}

std::string_view without_marks(std::string_view word) {
    while (true) {
        const std::string_view inside = trimmed(word, narrow_marks);
        word = inside;
        const bool is_cut = std::any_of(std::begin(wide_marks), std::end(wide_marks),
                                        [&word](std::string_view mark) { return cut_mark(word, mark); });
        if (!is_cut) {
            return word;
        }
    }
}

std::vector<std::string> keys_of(std::string_view phrase) {
    std::vector<std::string> keys;
    for (const std::string_view word : split(phrase, ' ')) {
        keys.push_back(naming_key(word));
    }
    return keys;
}

} // namespace

std::string naming_key(std::string_view word) {
    return fold_case(without_marks(word));
}

bool matches(const NamingWords::Set& words, std::string_view folded) {
    constexpr std::size_t min_rest = 2;
    if (words.contains(folded)) {
        return true;
    }
    return std::any_of(words.begin(), words.end(), [folded](const std::string& entry) {
        const std::string_view ending = std::string_view(entry).substr(1);
        return entry.front() == '-' && folded.size() >= ending.size() + min_rest && folded.ends_with(ending);
    });
}

bool NamingPhrase::names_artist() const {
    constexpr std::array<std::string_view, 6> artistic = {"professionally", "stage",     "mononymously",
                                                          "artistically",   "pseudonym", "moniker"};
    return relation == NameRelation::known_as &&
           std::any_of(words.begin(), words.end(), [&](const std::string& word) {
               return std::find(artistic.begin(), artistic.end(), word) != artistic.end();
           });
}

NamingWords::NamingWords(const std::filesystem::path& folder) {
    for (FolderReader files(folder); files.next();) {
        if (files.path().extension() == ".tsv") {
            read(files.path());
        }
    }
    for (auto& [first, phrases] : phrases_) {
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const NamingPhrase& left, const NamingPhrase& right) {
                             return left.words.size() > right.words.size();
                         });
    }
}

void NamingWords::read(const std::filesystem::path& file) {
    static const std::map<std::string_view, NameRelation> relations = {
        {"known_as", NameRelation::known_as}, {"stage_name", NameRelation::known_as},
        {"called", NameRelation::called},     {"alias", NameRelation::alias},
        {"birth", NameRelation::birth},       {"stage_name_of", NameRelation::stage_name_of}};
    const std::map<std::string_view, Set*> sets = {{"ensemble", &ensembles},   {"person", &persons},
                                                   {"work", &works},           {"stop", &stops},
                                                   {"and", &joints},           {"as", &as},
                                                   {"place", &places},         {"possessive", &possessives},
                                                   {"article", &articles},     {"honour", &honours},
                                                   {"site", &sites},           {"title_tail", &title_tails},
                                                   {"file_tail", &file_tails}, {"page_word", &page_words}};
    for (const DataRow& row : read_data_table(file, 2, 2)) {
        const std::string& kind = row.cells[0];
        if (const auto relation = relations.find(kind); relation != relations.end()) {
            NamingPhrase phrase{keys_of(row.cells[1]), relation->second, kind != "stage_name"};
            phrases_[phrase.words.front()].push_back(std::move(phrase));
        } else if (const auto set = sets.find(kind); set != sets.end()) {
            set->second->insert(fold_case(row.cells[1]));
        } else {
            throw Error(ErrorKind::usage, "\"" + kind + "\" is not a kind of naming word", row.place);
        }
    }
}

const NamingWords& NamingWords::known() {
    static const NamingWords words(resource_folder() / "data" / "languages" / "naming");
    return words;
}

const NamingPhrase* NamingWords::phrase_at(std::span<const std::string> words) const {
    const auto found = words.empty() ? phrases_.end() : phrases_.find(words.front());
    if (found == phrases_.end()) {
        return nullptr;
    }
    const auto phrase =
        std::find_if(found->second.begin(), found->second.end(), [words](const NamingPhrase& candidate) {
            return candidate.words.size() <= words.size() &&
                   std::equal(candidate.words.begin(), candidate.words.end(), words.begin());
        });
    return phrase == found->second.end() ? nullptr : &*phrase;
}

} // namespace recital
