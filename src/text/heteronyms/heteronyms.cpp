// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/heteronyms/heteronyms.h"

#include "base/data_table.h"
#include "base/language_tag.h"
#include "base/strings.h"
#include "text/heteronyms/classified_sentence.h"
#include "text/language/character.h"
#include "text/language/diacritic_folding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace recital {

namespace {

constexpr std::array<std::string_view, 6> part_names = {"noun",      "verb",   "past",
                                                        "adjective", "adverb", "name"};

constexpr int lowest = std::numeric_limits<int>::min() / 2; // weights can be added

bool has_part(unsigned parts, std::size_t part) {
    return (parts >> part & 1U) != 0;
}

} // namespace

Heteronyms::Heteronyms(const std::filesystem::path& folder, std::string_view tag,
                       const PhonemeTable& phonemes)
    : phonemes_(phonemes), classes_(folder) {
    read_senses(folder / "words.tsv", tag);
    read_grammar(folder / "grammar.tsv");
    read_evidence(folder / "evidence.tsv");
    finite_ = classes_.named("FINITE", {(folder / "classes.tsv").string(), 0});
    border_ = classes_.named("BORDER", {(folder / "classes.tsv").string(), 0});
}

/// Parts of speech separated by "|".
Heteronyms::PartSet Heteronyms::parts_of(std::string_view text, const SourcePlace& place) {
    static_assert(part_names.size() == part_count);
    if (text == "-") {
        return 0;
    }
    unsigned parts = 0;
    for (const std::string_view name : split(text, '|')) {
        const auto known = std::find(part_names.begin(), part_names.end(), name);
        if (known == part_names.end()) {
            throw Error(ErrorKind::usage, fmt::format("'{}' is not a part of speech", name), place);
        }
        parts |= 1U << static_cast<unsigned>(known - part_names.begin());
    }
    return static_cast<PartSet>(parts);
}

void Heteronyms::read_senses(const std::filesystem::path& path, std::string_view tag) {
    constexpr std::size_t columns = 5;
    for (DataRow& row : read_data_table(path, columns, columns - 1)) {
        if (!includes_tag(row.cells[4], tag)) {
            continue;
        }
        const std::uint64_t hash = folded_hash(row.cells[0]);
        filter_.set(hash % filter_.size());
        groups_[hash].push_back({row.cells[1],
                                 parts_of(row.cells[2], row.place),
                                 starts_upper(row.cells[0]),
                                 row.cells[3],
                                 row.place,
                                 {}});
    }
}

Heteronyms::Rule Heteronyms::read_rule(const std::string& weight, const std::string& pattern,
                                       const SourcePlace& place) const {
    Rule rule{ContextPattern(pattern, classes_, place)};
    const auto [end, error] = std::from_chars(weight.data(), weight.data() + weight.size(), rule.weight);
    if (error != std::errc() || end != weight.data() + weight.size()) {
        throw Error(ErrorKind::usage, fmt::format("'{}' is not a weight: write a whole number", weight),
                    place);
    }
    return rule;
}

void Heteronyms::read_grammar(const std::filesystem::path& path) {
    for (const DataRow& row : read_data_table(path, 3, 3)) {
        grammar_.push_back(read_rule(row.cells[1], row.cells[2], row.place));
        grammar_.back().parts = parts_of(row.cells[0], row.place);
    }
}

void Heteronyms::read_evidence(const std::filesystem::path& path) {
    for (const DataRow& row : read_data_table(path, 4, 4)) {
        bool is_known = false;
        if (const auto group = groups_.find(folded_hash(row.cells[0])); group != groups_.end()) {
            for (Sense& sense : group->second) {
                if (sense.name == row.cells[1]) {
                    sense.evidence.push_back(read_rule(row.cells[2], row.cells[3], row.place));
                    is_known = true;
                }
            }
        }
        if (!is_known) {
            throw Error(ErrorKind::usage,
                        fmt::format("words.tsv has no '{}' in the sense '{}'", row.cells[0], row.cells[1]),
                        row.place);
        }
    }
}

const Heteronyms::Group* Heteronyms::group_of(std::uint64_t hash) const {
    if (!filter_[hash % filter_.size()]) {
        return nullptr;
    }
    const auto found = groups_.find(hash);
    return found == groups_.end() ? nullptr : &found->second;
}

std::optional<Heteronyms::Candidate> Heteronyms::candidate(const SpokenTextWord& word) const {
    if (const Group* group = group_of(word.hash)) {
        return Candidate{group, false};
    }
    const Group* group = word.stem_end == word.end ? nullptr : group_of(word.stem);
    return group == nullptr ? std::nullopt : std::optional(Candidate{group, true});
}

/// What the grammar says for each of the parts of speech.
Heteronyms::PartScores Heteronyms::grammar_scores(PartSet parts, std::span<const ClassifiedWord> words,
                                                  std::size_t index) const {
    PartScores scores{};
    for (const Rule& rule : grammar_) {
        if ((rule.parts & parts) != 0 && rule.pattern.matches(words, index)) {
            for (std::size_t part = 0; part < part_count; ++part) {
                scores[part] += has_part(rule.parts, part) ? rule.weight : 0;
            }
        }
    }
    return scores;
}

/// The first of the senses for which most speaks.
const Heteronyms::Sense& Heteronyms::decide(const Group& group, std::span<const ClassifiedWord> words,
                                            std::size_t index) const {
    unsigned parts = 0;
    for (const Sense& sense : group) {
        parts |= sense.parts;
    }
    const PartScores grammar = grammar_scores(static_cast<PartSet>(parts), words, index);
    const bool has_capital = (words[index].classes & set_of(BuiltInClass::capital)) != 0;
    const Sense* best = &group.front();
    int best_score = lowest;
    for (const Sense& sense : group) {
        int score = sense.parts == 0 ? 0 : lowest;
        for (std::size_t part = 0; part < part_count; ++part) {
            score = has_part(sense.parts, part) ? std::max(score, grammar[part]) : score;
        }
        for (const Rule& rule : sense.evidence) {
            score += rule.pattern.matches(words, index) ? rule.weight : 0;
        }
        if ((has_capital || !sense.has_capital) && score > best_score) {
            best = &sense;
            best_score = score;
        }
    }
    return *best;
}

const Heteronyms::Sense& Heteronyms::sense_in(ClassifiedSentence& sentence, const Candidate& candidate,
                                              const SpokenTextWord& word, std::size_t index) const {
    if (candidate.group->size() == 1) {
        return candidate.group->front();
    }
    const std::size_t place = sentence.place_of(index);
    WordClassSet classes = 0;
    if (candidate.has_ending) {
        classes |= set_of(word.possessive ? BuiltInClass::possessive : BuiltInClass::ending_s);
    }
    if (sentence.is_alone(place, finite_, border_)) {
        classes |= set_of(BuiltInClass::alone);
    }
    sentence.add(place, classes);
    return decide(*candidate.group, sentence.words(), place);
}

std::string_view Heteronyms::sense_of(std::string_view spoken, std::span<const SpokenTextWord> words,
                                      std::size_t index) const {
    const auto found = candidate(words[index]);
    if (!found) {
        return {};
    }
    ClassifiedSentence sentence(spoken, words, classes_);
    return sense_in(sentence, *found, words[index], index).name;
}

void Heteronyms::find(std::string_view spoken, std::span<const SpokenTextWord> words,
                      FoundPronunciations& found) const {
    std::optional<ClassifiedSentence> sentence; // most sentences do not need one
    for (std::size_t index = 0; index < words.size(); ++index) {
        const auto candidate = found.is_taken(index) ? std::nullopt : this->candidate(words[index]);
        if (!candidate) {
            continue;
        }
        if (!sentence) {
            sentence.emplace(spoken, words, classes_);
        }
        const Sense& sense = sense_in(*sentence, *candidate, words[index], index);
        if (!sense.pronunciation.empty()) {
            const Phonemes phonemes = phonemes_.read(sense.pronunciation, SoundRange::own, sense.place);
            found.add(index, 1, phonemes.text + (candidate->has_ending ? phonemes.ending : ""), sense.place);
        }
    }
}

} // namespace recital
