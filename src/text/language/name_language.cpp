// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/name_language.h"

#include "base/data_table.h"
#include "base/unicode.h"
#include "text/language/character.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace recital {

namespace {

enum Kind : std::size_t { letter, start, end, given };

constexpr int min_weight = 2;

Kind kind_named(const DataRow& row) {
    constexpr std::array<std::string_view, 4> names = {"letter", "start", "end", "given"};
    const auto* found = std::find(names.begin(), names.end(), row.cells[0]);
    if (found == names.end()) {
        throw Error(
            ErrorKind::usage,
            fmt::format("'{}' is not a kind of evidence: write letter, start, end or given", row.cells[0]),
            row.place);
    }
    return static_cast<Kind>(found - names.begin());
}

/// The first two bytes of a word as a number, and the last two.
std::size_t first_pair(std::string_view word) {
    constexpr std::size_t byte_values = 256;
    const auto byte = [&](std::size_t index) { return std::size_t{static_cast<unsigned char>(word[index])}; };
    return word.size() < 2 ? 0 : byte(0) * byte_values + byte(1);
}
std::size_t last_pair(std::string_view word) {
    return word.size() < 2 ? 0 : first_pair(word.substr(word.size() - 2));
}

std::size_t end_of_letters(std::string_view sentence, std::size_t position) {
    while (position < sentence.size()) {
        while (position < sentence.size() &&
               (is_ascii_lower(sentence[position]) || is_ascii_upper(sentence[position]))) {
            ++position;
        }
        if (position == sentence.size() || is_ascii(sentence[position])) {
            break;
        }
        const auto character = character_at(sentence, position);
        if (character.kind != CharacterKind::letter) {
            break;
        }
        position = character.end;
    }
    return position;
}

} // namespace

NameLanguages::NameLanguages(const std::filesystem::path& path) {
    for (const DataRow& row : read_data_table(path, 4, 4)) {
        const Kind kind = kind_named(row);
        const std::string pattern = normalise_nfc(row.cells[1]);
        const Evidence evidence{row.cells[2], std::atoi(row.cells[3].c_str()), row.place};
        if (kind != letter) {
            tables_.at(kind)[pattern].push_back(evidence);
            lengths_.at(kind).insert(pattern.size());
            known_pairs_.set(kind == end ? last_pair(pattern) : first_pair(pattern));
            continue;
        }
        for (std::size_t position = 0; position < pattern.size();) {
            const auto character = character_at(pattern, position);
            tables_.at(letter)[pattern.substr(position, character.end - position)].push_back(evidence);
            position = character.end;
        }
    }
}

void NameLanguages::weigh(const Table& table, std::string_view key, Scores& scores) {
    const auto rows = table.find(key);
    if (rows == table.end()) {
        return;
    }
    for (const Evidence& row : rows->second) {
        Evidence& sum = scores[row.language];
        sum.place = row.weight > sum.weight || sum.place.line == 0 ? row.place : sum.place;
        sum.weight += row.weight;
        sum.language = row.language;
    }
}

/// The language with the most weight, if it is enough and alone.
const NameLanguages::Evidence* NameLanguages::language_of(std::string_view word, const Evidence* before,
                                                          Scores& scores) const {
    scores.clear();
    const auto first_other = find_non_ascii(word);
    if (before == nullptr && first_other == word.size() && !known_pairs_[first_pair(word)] &&
        !known_pairs_[last_pair(word)]) {
        return nullptr;
    }
    if (before != nullptr) {
        scores[before->language] = *before;
        scores[before->language].weight = min_weight; // what the word itself shows may outweigh it
    }
    for (auto at = first_other; at < word.size();) {
        const auto character = character_at(word, at);
        weigh(tables_[letter], word.substr(at, character.end - at), scores);
        at = find_non_ascii(word, character.end);
    }
    for (const std::size_t length : lengths_[start]) {
        weigh(tables_[start], word.substr(0, length), scores);
    }
    for (const std::size_t length : lengths_[end]) {
        weigh(tables_[end], word.substr(word.size() - std::min(length, word.size())), scores);
    }
    weigh(tables_[given], word, scores);
    const Evidence* best = nullptr;
    bool alone = false;
    for (const auto& [language, evidence] : scores) {
        if (best == nullptr || evidence.weight > best->weight) {
            best = &evidence;
            alone = true;
        } else if (evidence.weight == best->weight) {
            alone = false;
        }
    }
    return best != nullptr && alone && best->weight >= min_weight ? best : nullptr;
}

void NameLanguages::find(std::string_view sentence, std::vector<ForeignName>& names) const {
    Scores scores;
    const Evidence* before = nullptr; // of a given name right in front
    for (std::size_t position = 0; position < sentence.size();) {
        if (sentence[position] == ' ') {
            ++position;
            continue;
        }
        if (is_ascii_lower(sentence[position])) {
            position = end_of_letters(sentence, position);
            before = nullptr;
            continue;
        }
        const auto character = character_at(sentence, position);
        if (character.kind != CharacterKind::letter) {
            before = character.kind == CharacterKind::space ? before : nullptr;
            position = character.end;
            continue;
        }
        const std::size_t end_position = end_of_letters(sentence, position);
        const auto word = sentence.substr(position, end_position - position);
        position = end_position;
        if (!starts_upper(word)) {
            before = nullptr;
            continue;
        }
        if (const Evidence* language = language_of(word, before, scores)) {
            names.push_back({std::string(word), language->language, language->place});
        }
        if (!known_pairs_[first_pair(word)]) {
            before = nullptr;
            continue;
        }
        const auto as_given = tables_[given].find(word);
        before = as_given == tables_[given].end() ? nullptr : &as_given->second.front();
    }
}

} // namespace recital
