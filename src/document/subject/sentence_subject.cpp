// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/sentence_subject.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/vital_dates.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace recital {

namespace {

/// A name in a script without capitals, which only dates of a life after it show to be one: "坂本龍一 (1952 –
/// 2023)".
LeadingName read_name_without_case(std::string_view sentence) {
    constexpr std::size_t max_length = 40; // characters
    for (std::size_t position = 0; position < sentence.size();) {
        const std::size_t at = position;
        const char32_t c = next_code_point(sentence, position);
        if (bracket_depth(c) > 0) {
            const std::string_view name = trimmed(sentence.substr(0, at));
            const bool fits = !name.empty() && count_code_points(name) <= max_length;
            return fits ? LeadingName{{name}, sentence.substr(at), false} : LeadingName{{}, sentence, false};
        }
        const bool part = (is_letter(c) && !is_upper(c) && !is_lower(c)) || c == ' ' || c == U'\u30FB';
        if (!part) {
            break;
        }
    }
    return {{}, sentence, false};
}

/// Removes honours at the end of the name and after it: "Mara Bell MBE", "Mara Bell, CBE, FRAM, (born".
void drop_honours(LeadingName& name) {
    constexpr std::size_t min_words = 2;
    bool has_any = false;
    while (name.words.size() > min_words && is_honour(name.words.back())) {
        name.words.pop_back();
        has_any = true;
    }
    while (name.comma_follows || has_any) {
        const std::string_view word = name.rest.substr(0, name.rest.find(' '));
        if (!is_honour(word)) {
            break;
        }
        name.comma_follows = word.ends_with(',');
        has_any = true;
        name.rest.remove_prefix(std::min(name.rest.size(), word.size() + 1));
    }
}

/// "Zvony (Zvonimir) Nadj": the name goes on after a bracket that holds another form of what is before it.
void pass_bracket_inside(LeadingName& name) {
    constexpr std::size_t max_words = 2;
    const std::string_view bracket = name.comma_follows ? std::string_view() : leading_bracket(name.rest);
    if (bracket.size() <= 2) {
        return;
    }
    std::vector<std::string_view> inside = split(bracket.substr(1, bracket.size() - 2), ' ');
    if (inside.size() > 1 && NamingWords::known().joints.contains(inside.front())) { // "(or Frederick)"
        inside.erase(inside.begin());
    }
    const bool is_form =
        inside.size() <= max_words && std::all_of(inside.begin(), inside.end(), begins_upper);
    std::string_view rest = trimmed(name.rest.substr(bracket.size()), " ");
    std::vector<std::string_view> particles;
    for (std::string_view word = rest.substr(0, rest.find(' '));
         StructureWords::known().particles.contains(word) && word.size() < rest.size();
         word = rest.substr(0, rest.find(' '))) {
        particles.push_back(word);
        rest.remove_prefix(word.size() + 1);
    }
    const LeadingName tail = read_name(rest);
    if (is_form && !tail.words.empty()) {
        name.words.insert(name.words.end(), particles.begin(), particles.end());
        name.words.insert(name.words.end(), tail.words.begin(), tail.words.end());
        name.rest = tail.rest;
        name.comma_follows = tail.comma_follows;
    }
}

/// Removes "Hong Kong-born" before a name of several words.
void drop_origin(LeadingName& name) {
    constexpr std::array<std::string_view, 6> endings = {"-born", "-based",   "-raised",
                                                         "-bred", "-winning", "-nominated"};
    for (std::size_t n = 0; n + 2 < name.words.size(); ++n) {
        if (std::any_of(endings.begin(), endings.end(),
                        [&](std::string_view ending) { return name.words[n].ends_with(ending); })) {
            name.words.erase(name.words.begin(), name.words.begin() + static_cast<std::ptrdiff_t>(n) + 1);
            return;
        }
    }
}

/// Removes the month of "Nat Coles March 17, 1919", which looks like a surname.
void drop_month(LeadingName& name) {
    constexpr std::size_t min_words = 3;
    const std::string_view next = name.rest.substr(0, name.rest.find(' '));
    if (name.words.size() >= min_words && begins_with_digit(next) && next.ends_with(',')) {
        name.words.pop_back();
        name.comma_follows = true; // as good as one: a date is an apposition
    }
}

/// The years in brackets that follow the name, the first that has any.
VitalDates dates_in_brackets(std::string_view rest) {
    for (std::string_view bracket = leading_bracket(rest); !bracket.empty();
         bracket = leading_bracket(rest)) {
        const VitalDates dates = vital_dates_in(bracket);
        if (!dates.born.empty() || !dates.died.empty()) {
            return dates;
        }
        rest = trimmed(rest.substr(bracket.size()), " ,");
    }
    return {};
}

/// ", né le 22 août 1862 et mort en 1918, est": what is between the name and its verb, if it states a birth
/// or a death.
VitalDates dates_in_apposition(const LeadingName& name) {
    const StructureWords& words = StructureWords::known();
    const std::string_view first = name.rest.substr(0, name.rest.find(' '));
    const bool states = name.comma_follows && (words.births.contains(first) || words.deaths.contains(first));
    return states ? vital_dates_in(name.rest.substr(0, name.rest.rfind(',', name.rest.find(". "))))
                  : VitalDates{};
}

/// Whether the word is none that begins sentences or describes people.
bool can_be_stylised(std::string_view word) {
    const StructureWords& structure = StructureWords::known();
    const NamingWords& naming = NamingWords::known();
    const std::string key = naming_key(word);
    const StructureWords::Life& life = structure.life("en");
    return !key.empty() && word.find_first_of(";:!?\"()") == std::string_view::npos &&
           !structure.openers("en").contains(key) && !structure.weak.contains(key) &&
           !structure.occupations.contains(key) && !naming.persons.contains(key) &&
           !life.others.contains(key) && !naming.possessives.contains(key) && !naming.articles.contains(key);
}

/// "60 people", unlike "60 Pence".
bool is_number_before_common_word(const LeadingName& name) {
    return name.words.size() > 1 && begins_with_digit(name.words.front()) && is_digits(name.words.front()) &&
           !begins_upper(name.words[1]);
}

} // namespace

LeadingName read_sentence_subject(std::string_view sentence) {
    LeadingName name = read_name(sentence);
    if (name.words.empty()) {
        return read_name_without_case(sentence);
    }
    drop_origin(name);
    pass_bracket_inside(name);
    drop_honours(name);
    drop_month(name);
    return name;
}

LeadingName read_stylised_name(std::string_view sentence) {
    constexpr std::size_t max_words = 3;
    const StructureWords& structure = StructureWords::known();
    LeadingName name{{}, sentence, false};
    while (!name.rest.empty() && name.words.size() <= max_words) {
        const std::string_view written = name.rest.substr(0, name.rest.find(' '));
        const std::string_view word =
            written.ends_with(',') ? written.substr(0, written.size() - 1) : written;
        const bool is_verb = structure.copulas("en").contains(word);
        if (word.starts_with('(') || name.comma_follows || (is_verb && !name.words.empty())) {
            return is_number_before_common_word(name) ? LeadingName{{}, sentence, false} : name;
        }
        const bool begins_usually = name.words.empty() && begins_upper(word);
        if (begins_usually || !can_be_stylised(word)) {
            break;
        }
        name.words.push_back(word);
        name.rest.remove_prefix(std::min(name.rest.size(), written.size() + 1));
        name.comma_follows = word.size() < written.size();
    }
    return {{}, sentence, false};
}

bool has_case(std::string_view word) {
    for (std::size_t position = 0; position < word.size();) {
        const char32_t c = next_code_point(word, position);
        if (is_letter(c)) {
            return is_upper(c) || is_lower(c);
        }
    }
    return true;
}

VitalDates dates_after(const LeadingName& name) {
    const VitalDates dates = dates_in_brackets(after_maiden(name.rest));
    return dates.born.empty() && dates.died.empty() ? dates_in_apposition(name) : dates;
}

std::string_view after_maiden(std::string_view rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (!StructureWords::known().maidens.contains(word) || word.size() == rest.size()) {
        return rest;
    }
    const LeadingName name = read_name(rest.substr(word.size() + 1));
    return name.words.empty() ? rest : name.rest;
}

} // namespace recital
