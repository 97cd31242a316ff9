// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/opening_parts.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/predicate.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace recital {

namespace {

/// Also "singer-songwriter" and nouns for artists.
bool names_occupation(std::string_view key) {
    const auto hyphen = key.rfind('-');
    const std::string_view last = hyphen == npos ? key : key.substr(hyphen + 1);
    const StructureWords::Set& occupations = StructureWords::known().occupations;
    return occupations.contains(key) || occupations.contains(last) ||
           NamingWords::known().persons.contains(last);
}

bool is_small(const OpeningWord& word) {
    std::size_t position = 0;
    return is_lower(next_code_point(word.written, position));
}

/// Also with an ending of another case: "Gitarristen".
bool is_occupation(std::string_view key) {
    const auto is_known = [](std::string_view word) {
        return StructureWords::known().occupations.contains(word) ||
               NamingWords::known().persons.contains(word);
    };
    constexpr std::array<std::string_view, 4> endings = {"", "en", "s", "n"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return key.ends_with(ending) && is_known(key.substr(0, key.size() - ending.size()));
    });
}

bool has_small_word(std::string_view name) {
    const std::vector<std::string_view> words = split(name, ' ');
    return std::any_of(words.begin(), words.end(),
                       [](std::string_view word) { return !begins_upper(word) && !begins_with_digit(word); });
}

} // namespace

bool ends_description(const std::vector<OpeningWord>& words, std::size_t n) {
    const OpeningWord& word = words[n];
    const bool after_article = NamingWords::known().articles.contains(words.front().key);
    const bool may_be_noun = n == 0 || after_article || !begins_upper(word.written);
    return may_be_noun && !word.written.ends_with(',') && names_occupation(word.key);
}

bool acts_on_person(const std::vector<OpeningWord>& words) {
    const StructureWords::Life& life = StructureWords::known().life("en");
    for (std::size_t n = 1; n + 1 < words.size(); ++n) {
        const bool may_be_verb = words[n].opens_piece && words[n].depth == 0 && is_small(words[n]);
        const std::string& object = words[n + 1].key;
        if (may_be_verb && (NamingWords::known().possessives.contains(object) || object == "him" ||
                            object == "them" || life.she.contains(object) || life.he.contains(object))) {
            return true;
        }
    }
    return false;
}

bool is_described_after(std::string_view rest) {
    std::vector<OpeningWord> words = opening_words(rest);
    const bool has_age =
        !words.empty() && is_digits(words.front().key) && words.front().written.ends_with(',');
    const std::size_t begin = has_age ? 1 : 0;
    if (begin >= words.size() || !NamingWords::known().articles.contains(words[begin].key) ||
        acts_on_person(words)) {
        return false;
    }
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].opens_piece) {
        ++end;
    }
    return !occupation_in(std::span(words).subspan(begin, end - begin)).empty();
}

std::size_t after_description(const std::vector<OpeningWord>& words, std::size_t at) {
    constexpr std::size_t max_words = 8;
    std::size_t begin = at;
    for (std::size_t n = at; n + 1 < std::min(words.size(), at + max_words); ++n) {
        if (n > at && words[n].opens_piece) {
            break;
        }
        if (is_occupation(words[n].key) && begins_upper(words[n + 1].written)) {
            begin = n + 1;
        }
    }
    return begin;
}

bool names_group(const LeadingName& name) {
    return name.words.size() > 1 && matches(NamingWords::known().ensembles, fold_case(name.words.back()));
}

std::size_t name_after_birth(const std::vector<OpeningWord>& words, std::size_t from) {
    constexpr std::size_t max_words = 8;
    for (std::size_t n = from; n + 1 < words.size() && n < from + max_words; ++n) {
        const bool is_new_piece = n > from && words[n].opens_piece && !begins_with_digit(words[n].written);
        if (words[n].depth != words[from].depth || is_new_piece) {
            break;
        }
        if (NamingWords::known().as.contains(words[n].key)) {
            return n + 1;
        }
    }
    return words.size();
}

bool is_full(const StatedName& name) {
    const auto words = split(name.name, ' ');
    return words.size() > 1 && std::none_of(words.begin(), words.end(), begins_with_digit);
}

std::string_view group_name(std::string_view subject) {
    std::string_view name = trimmed(subject.substr(0, subject.find(" (")), " ,");
    const auto comma = name.find(", ");
    const bool is_list =
        name.find('&') != std::string_view::npos || name.find(" and ") != std::string_view::npos;
    const bool goes_on = comma != std::string_view::npos && begins_upper(name.substr(comma + 2));
    if (goes_on && !is_list && has_small_word(name.substr(0, comma))) {
        return {}; // "With ten records sold, Mara Bell is", "Formed in 2016, The Lanterns are"
    }
    if (comma != std::string_view::npos && !(is_list && goes_on)) {
        name = name.substr(0, comma);
    }
    return name;
}

const NamingPhrase* phrase_at(const std::vector<OpeningWord>& words, std::size_t at) {
    if (at >= words.size() || !NamingWords::known().begins_phrase(words[at].key)) {
        return nullptr;
    }
    constexpr std::size_t max_phrase = 10;
    std::vector<std::string> keys;
    for (std::size_t n = at; n < std::min(words.size(), at + max_phrase); ++n) {
        // A phrase does not go on after a comma or a bracket.
        if (n > at && (words[n].opens_piece || words[n].depth != words[at].depth)) {
            break;
        }
        keys.push_back(words[n].key);
    }
    return NamingWords::known().phrase_at(keys);
}

} // namespace recital
