// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/name_language.h"

#include "base/data_table.h"
#include "base/unicode.h"
#include "text/language/character.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

namespace recital {

namespace {

enum Kind : std::size_t { letter, start, end, given, never, place, article };

constexpr int min_weight = 2;

Kind kind_named(const DataRow& row) {
    constexpr std::array<std::string_view, 7> names = {"letter", "start", "end",    "given",
                                                       "never",  "place", "article"};
    const auto* found = std::find(names.begin(), names.end(), row.cells[0]);
    if (found == names.end()) {
        throw Error(
            ErrorKind::usage,
            fmt::format("'{}' is not a kind of evidence: write {}", row.cells[0], fmt::join(names, ", ")),
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

std::size_t count_syllables(std::string_view word) {
    constexpr std::string_view vowels = "aeiouyAEIOUY";
    std::size_t count = 0;
    bool inside = false;
    for (const char letter : word) {
        const bool vowel = !is_ascii(letter) || vowels.find(letter) != std::string_view::npos;
        count += vowel && !inside ? 1U : 0U;
        inside = vowel;
    }
    return count;
}

/// Whether a vowel of French begins the text, or an h, which is silent.
bool begins_with_vowel(std::string_view text) {
    std::size_t position = 0;
    const char32_t first = text.empty() ? 0 : next_code_point(text, position);
    constexpr std::u32string_view vowels = U"aeiouyhAEIOUYHàâéèêëîïôùûœÀÂÉÈÊËÎÏÔÙÛŒæÆ";
    return vowels.find(first) != std::u32string_view::npos;
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
    constexpr std::size_t columns = 5;
    for (const DataRow& row : read_data_table(path, columns, columns - 1)) {
        const Kind kind = kind_named(row);
        const std::string pattern = normalise_nfc(row.cells[1]);
        const Evidence evidence{row.cells[2], std::atoi(row.cells[3].c_str()), row.place,
                                static_cast<std::size_t>(std::atoi(row.cells[4].c_str()))};
        if (kind != letter) {
            tables_.at(kind)[pattern].push_back(evidence);
            lengths_.at(kind).insert(pattern.size());
            if (kind <= given) {
                known_pairs_.set(kind == end ? last_pair(pattern) : first_pair(pattern));
            }
            continue;
        }
        for (std::size_t position = 0; position < pattern.size();) {
            const auto character = character_at(pattern, position);
            tables_.at(letter)[pattern.substr(position, character.end - position)].push_back(evidence);
            position = character.end;
        }
    }
}

void NameLanguages::weigh(const Table& table, std::string_view key, const Candidate& candidate,
                          Scores& scores) {
    const auto rows = table.find(key);
    if (rows == table.end()) {
        return;
    }
    for (const Evidence& row : rows->second) {
        if (row.min_syllables > 0 && row.language != candidate.text_language &&
            count_syllables(candidate.word) < row.min_syllables) {
            continue;
        }
        Evidence& sum = scores[row.language];
        sum.place = row.weight > sum.weight || sum.place.line == 0 ? row.place : sum.place;
        sum.weight += row.weight;
        sum.language = row.language;
    }
}

/// Whether the word has letters that names of the language do not have: "ck" is not Hungarian.
bool NameLanguages::excludes(std::string_view word, const std::string& language) const {
    const std::string folded = fold_case(word);
    return std::any_of(tables_[never].begin(), tables_[never].end(), [&](const auto& entry) {
        return folded.find(entry.first) != std::string::npos &&
               std::any_of(entry.second.begin(), entry.second.end(),
                           [&](const Evidence& row) { return row.language == language; });
    });
}

/// The language of a word with an article before a vowel: "L'Amour".
const NameLanguages::Evidence* NameLanguages::article_language(std::string_view word) const {
    const auto mark = word.find_first_of("'\xE2"); // an apostrophe, straight or curved
    if (mark == std::string_view::npos) {
        return nullptr;
    }
    const auto row = tables_[article].find(fold_case(word.substr(0, mark)));
    return row == tables_[article].end() ? nullptr : &row->second.front();
}

/// The language with the most weight, if it is enough and alone.
const NameLanguages::Evidence* NameLanguages::language_of(const Candidate& candidate, Scores& scores) const {
    const auto& [word, before, text_language] = candidate;
    scores.clear();
    const auto first_other = find_non_ascii(word);
    if (before == nullptr && first_other == word.size() && !known_pairs_[first_pair(word)] &&
        !known_pairs_[last_pair(word)]) {
        return nullptr;
    }
    if (before != nullptr && !excludes(word, before->language)) {
        scores[before->language] = *before;
        scores[before->language].weight = min_weight; // what the word itself shows may outweigh it
    }
    for (auto at = first_other; at < word.size();) {
        const auto character = character_at(word, at);
        weigh(tables_[letter], word.substr(at, character.end - at), candidate, scores);
        at = find_non_ascii(word, character.end);
    }
    for (const std::size_t length : lengths_[start]) {
        weigh(tables_[start], word.substr(0, length), candidate, scores);
    }
    for (const std::size_t length : lengths_[end]) {
        weigh(tables_[end], word.substr(word.size() - std::min(length, word.size())), candidate, scores);
    }
    weigh(tables_[given], word, candidate, scores);
    if (const auto own = scores.find(text_language); own != scores.end()) {
        ++own->second.weight;
    }
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

/// The end of the word that begins at byte `begin`, with the word after it if it is an article.
std::size_t NameLanguages::end_of_word(std::string_view sentence, std::size_t begin) const {
    const std::size_t end_position = end_of_letters(sentence, begin);
    constexpr std::size_t max_article = 2;
    if (end_position - begin > max_article || end_position == sentence.size() ||
        !tables_[article].contains(fold_case(sentence.substr(begin, end_position - begin)))) {
        return end_position;
    }
    const std::string_view rest = sentence.substr(end_position);
    const std::size_t mark = rest.starts_with('\'') ? 1 : rest.starts_with("’") ? 3 : 0;
    const std::size_t after = end_of_letters(sentence, end_position + mark);
    const bool vowel = mark > 0 && begins_with_vowel(rest.substr(mark));
    return vowel && after - end_position - mark > 1 ? after : end_position;
}

void NameLanguages::find(std::string_view sentence, std::vector<ForeignName>& names,
                         std::string_view text_language) const {
    Scores scores;
    const Evidence* before = nullptr; // of a given name right before
    for (std::size_t position = 0; position < sentence.size();) {
        if (sentence[position] == ' ') {
            ++position;
            continue;
        }
        if (is_ascii_lower(sentence[position]) && sentence[position] != 'l') { // no name, and no article
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
        const std::size_t end_position = end_of_word(sentence, position);
        const auto word = sentence.substr(position, end_position - position);
        position = end_position;
        if (const Evidence* language = article_language(word)) {
            names.push_back({std::string(word), language->language, language->place});
            before = nullptr;
            continue;
        }
        if (!starts_upper(word)) {
            before = nullptr;
            continue;
        }
        if (const Evidence* language = language_of({word, before, text_language}, scores)) {
            names.push_back({std::string(word), language->language, language->place});
        }
        before = given_name(word, text_language);
    }
}

/// The evidence that a given name is for the word after it.
const NameLanguages::Evidence* NameLanguages::given_name(std::string_view word,
                                                         std::string_view text_language) const {
    if (!known_pairs_[first_pair(word)]) {
        return nullptr;
    }
    const auto rows = tables_[given].find(word);
    if (rows == tables_[given].end()) {
        return nullptr;
    }
    const Evidence& row = rows->second.front();
    return row.weight >= min_weight || row.language == text_language ? &row : nullptr;
}

std::string NameLanguages::language_of_text(std::span<const std::string> sentences) const {
    std::string found;
    for (const std::string_view sentence : sentences) {
        for (std::size_t position = 0; position < sentence.size();) {
            const std::size_t end_position = end_of_letters(sentence, position);
            const auto row = tables_[place].find(sentence.substr(position, end_position - position));
            position = std::max(end_position, position + 1);
            if (row == tables_[place].end()) {
                continue;
            }
            const std::string& language = row->second.front().language;
            if (!found.empty() && found != language) {
                return {};
            }
            found = language;
        }
    }
    return found;
}

} // namespace recital
