// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/fronted_subject.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/opening_words.h"
#include "document/subject/sentence_subject.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>

namespace recital {

namespace {

bool is_copula(const OpeningWord& word, std::string_view language) {
    const StructureWords& structure = StructureWords::known();
    return structure.copulas(language).contains(word.key) || structure.copulas("en").contains(word.key);
}

/// "Her mother, Ida Holm, was": the subject precedes the comma.
bool begins_with_person(const OpeningWord& word, std::string_view language) {
    const StructureWords::Life& life = StructureWords::known().life(language);
    const StructureWords::Life& english = StructureWords::known().life("en");
    return NamingWords::known().possessives.contains(word.key) || life.she.contains(word.key) ||
           life.he.contains(word.key) || english.she.contains(word.key) || english.he.contains(word.key);
}

bool names_artist(std::string_view key) {
    const auto hyphen = key.rfind('-');
    const std::string_view last = hyphen == std::string_view::npos ? key : key.substr(hyphen + 1);
    return StructureWords::known().occupations.contains(last) || NamingWords::known().persons.contains(last);
}

/// Whether the noun for a musician is written small: what is written large may be a name.
bool is_small_occupation(const OpeningWord& word) {
    return !begins_upper(word.written) && !word.written.ends_with(',') && names_artist(word.key);
}

/// Whether a verb can follow the name: a word in lower case that joins nothing to it.
bool may_be_verb(std::string_view rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    std::size_t position = 0;
    const std::string key = naming_key(word);
    const NamingWords& naming = NamingWords::known();
    return !word.empty() && is_lower(next_code_point(word, position)) && !naming.stops.contains(key) &&
           !naming.joints.contains(key) && !naming.places.contains(key) && !naming.as.contains(key) &&
           !names_artist(key);
}

/// "The War on Drugs have": the name of a group with an article goes on after a small word.
LeadingName with_small_words(LeadingName name) {
    constexpr std::size_t max_small = 2;
    if (name.words.size() < 2 || name.words.front() != "The" || name.comma_follows) {
        return name;
    }
    const std::vector<std::string_view> words = split(name.rest, ' ');
    for (std::size_t n = 1; n < std::min(words.size(), max_small + 1); ++n) {
        if (!StructureWords::known().small.contains(words[n - 1])) {
            break;
        }
        if (begins_upper(words[n]) && !words[n].ends_with(',')) {
            name.words.insert(name.words.end(), words.begin(),
                              words.begin() + static_cast<std::ptrdiff_t>(n) + 1);
            const auto end = static_cast<std::size_t>(words[n].data() + words[n].size() - name.rest.data());
            name.rest.remove_prefix(std::min(name.rest.size(), end + 1));
            break;
        }
    }
    return name;
}

} // namespace

std::vector<std::string_view> parts_after_front(std::string_view sentence, std::string_view language) {
    std::vector<std::string_view> parts;
    const std::vector<OpeningWord> words = opening_words(sentence);
    if (words.empty() || begins_with_person(words.front(), language)) {
        return parts;
    }
    for (std::size_t n = 1; n < words.size(); ++n) {
        if (words[n].depth != 0) {
            continue;
        }
        if (is_copula(words[n], language)) {
            break;
        }
        const std::string_view before = words[n - 1].written;
        if (before.find(',', before.size() > 4 ? before.size() - 4 : 0) != std::string_view::npos) {
            parts.push_back(
                sentence.substr(static_cast<std::size_t>(words[n].written.data() - sentence.data())));
        }
    }
    return parts;
}

FrontedName read_fronted_name(std::string_view part) {
    if (LeadingName name = with_small_words(read_sentence_subject(part));
        name.words.size() > 1 && !is_possessive(name.words.back()) && !name.comma_follows &&
        may_be_verb(name.rest)) {
        return {std::move(name), {}};
    }
    return read_described_name(part);
}

FrontedName read_described_name(std::string_view part) {
    constexpr std::size_t max_description = 10;
    const std::vector<OpeningWord> words = opening_words(part);
    for (std::size_t n = 1; n < std::min(words.size(), max_description); ++n) {
        const NamingWords& naming = NamingWords::known();
        if (words[n - 1].depth != 0 || naming.stops.contains(words[n - 1].key) ||
            words[n - 1].written.ends_with(',')) {
            break;
        }
        const bool is_noun =
            is_small_occupation(words[n - 1]) || (n == 1 && names_artist(words[0].key)); // "Pianist"
        if (is_noun && begins_upper(words[n].written)) {
            LeadingName described = read_sentence_subject(
                part.substr(static_cast<std::size_t>(words[n].written.data() - part.data())));
            if (described.words.size() > 1 && !is_possessive(described.words.back())) {
                return {std::move(described), words[n - 1].key};
            }
        }
    }
    return {};
}

} // namespace recital
