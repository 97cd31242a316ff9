// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/predicate.h"

#include "document/language/structure_words.h"
#include "document/subject/person_name.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

namespace {

/// Reads the predicate: first the noun of the subject, then names of it that follow.
class PredicateReader {
public:
    explicit PredicateReader(std::span<const OpeningWord> words) : words_(words) {}

    Predicate read() {
        if (words_.empty()) {
            return {};
        }
        predicate_.concerns_other = naming_.possessives.contains(words_.front().key);
        const std::size_t end = read_noun();
        read_name(end);
        return predicate_;
    }

private:
    /// The last noun before a word such as "of" or "formed" describes the subject: "an English rock band
    /// formed". Returns the number of that word.
    std::size_t read_noun() {
        constexpr std::size_t max_words = 14;
        std::size_t n = 0;
        for (; n < std::min(words_.size(), max_words); ++n) {
            const OpeningWord& word = words_[n];
            const bool is_known = predicate_.kind != SubjectKind::unknown;
            const bool is_one_of = n == 1 && naming_.stops.contains(word.key); // "is one of the greatest"
            const bool stops = (naming_.stops.contains(word.key) && !is_one_of) ||
                               (is_known && (naming_.joints.contains(word.key) || word.opens_piece));
            if (stops && n > 0) {
                break;
            }
            if (const SubjectKind kind = kind_of(n); kind != SubjectKind::unknown) {
                predicate_.kind = kind;
            }
        }
        return n;
    }

    [[nodiscard]] SubjectKind kind_of(std::size_t n) const {
        const std::string& key = words_[n].key;
        const StructureWords::Set& occupations = StructureWords::known().occupations;
        const std::string pair = n + 1 < words_.size() ? key + ' ' + words_[n + 1].key : std::string();
        const bool is_one_of_many = words_.front().key == "one" && key.ends_with('s') &&
                                    (occupations.contains(key.substr(0, key.size() - 1)) ||
                                     naming_.persons.contains(key.substr(0, key.size() - 1)));
        if (occupations.contains(key) || occupations.contains(pair) || naming_.persons.contains(key) ||
            is_one_of_many) {
            return SubjectKind::person;
        }
        if (matches(naming_.ensembles, key)) {
            return SubjectKind::ensemble;
        }
        return matches(naming_.works, key) ? SubjectKind::work : SubjectKind::unknown;
    }

    /// A naming phrase later in the predicate, unless it may be about somebody or something else that was
    /// mentioned before: a relative, or a name that is not that of a place.
    void read_name(std::size_t from) {
        constexpr std::size_t max_words = 40;
        bool after_place_word = false;
        std::size_t capitals = 0; // in a row
        for (std::size_t n = 0; n < std::min(words_.size(), max_words); ++n) {
            const OpeningWord& word = words_[n];
            if (take_phrase(n)) {
                return;
            }
            const bool is_capital = begins_upper(bare(word.written));
            capitals = is_capital ? capitals + 1 : 0;
            const bool is_name = n >= from && capitals >= 2 && !after_place_word;
            if (is_name || is_relative(word.key)) {
                return;
            }
            after_place_word = naming_.places.contains(word.key) || (after_place_word && is_capital);
        }
    }

    bool take_phrase(std::size_t n) {
        constexpr std::size_t max_phrase = 10;
        if (!naming_.begins_phrase(words_[n].key)) {
            return false;
        }
        std::vector<std::string> keys;
        for (std::size_t k = n; k < std::min(words_.size(), n + max_phrase); ++k) {
            keys.push_back(words_[k].key);
        }
        const NamingPhrase* const phrase = naming_.phrase_at(keys);
        if (phrase == nullptr || !phrase->in_predicate || phrase->words.size() < 2 ||
            n + phrase->words.size() >= words_.size() ||
            (phrase->relation != NameRelation::known_as && phrase->relation != NameRelation::stage_name_of)) {
            return false;
        }
        predicate_.stated_name_at = n + phrase->words.size();
        predicate_.relation = phrase->relation;
        return true;
    }

    [[nodiscard]] static bool is_relative(const std::string& key) {
        static constexpr std::array languages = {"en", "de", "es", "fr", "it", "pt", "nl", "pl", "ru"};
        return std::any_of(languages.begin(), languages.end(), [&key](const char* language) {
            return StructureWords::known().life(language).others.contains(key);
        });
    }

    const NamingWords& naming_ = NamingWords::known();
    std::span<const OpeningWord> words_;
    Predicate predicate_;
};

} // namespace

std::string occupation_in(std::span<const OpeningWord> words) {
    const StructureWords::Set& occupations = StructureWords::known().occupations;
    for (std::size_t n = 0; n < words.size(); ++n) {
        const std::string& key = words[n].key;
        const std::string pair = n + 1 < words.size() ? key + ' ' + words[n + 1].key : std::string();
        for (const std::string& candidate : {pair, key}) {
            if (words[n].depth == 0 && occupations.contains(candidate)) {
                return candidate;
            }
        }
    }
    return {};
}

Predicate read_predicate(std::span<const OpeningWord> words) {
    return PredicateReader(words).read();
}

} // namespace recital
