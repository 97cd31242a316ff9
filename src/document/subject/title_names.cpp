// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/title_names.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/structure/heading_text.h"
#include "document/subject/naming_words.h"
#include "document/subject/person_name.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// What separates a name from that of a site or from a subtitle.
constexpr std::array<std::string_view, 11> separators = {": ",       " - ",      " \u2013 ", " \u2014 ",
                                                         " | ",      " :: ",     " \u00B7 ", " \u2022 ",
                                                         " \u00BB ", " \u2192 ", " \uFF5C "};

/// The place of the first separator outside of brackets; that of the end if there is none.
std::size_t find_separator(std::string_view title, std::size_t& size) {
    int depth = 0;
    size = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        depth += title[at] == '(' ? 1 : (title[at] == ')' ? -1 : 0);
        const auto found =
            std::find_if(separators.begin(), separators.end(),
                         [&](std::string_view separator) { return title.substr(at).starts_with(separator); });
        if (depth <= 0 && found != separators.end()) {
            size = found->size();
            return at;
        }
    }
    return title.size();
}

/// "Mara Bell" of "2. Mara Bell", the heading of a list.
std::string_view without_number(std::string_view title) {
    constexpr std::size_t max_digits = 3;
    const auto digits = std::min(title.find_first_not_of("0123456789"), title.size());
    const bool is_number = digits > 0 && digits <= max_digits && title.substr(digits).starts_with(". ");
    return is_number ? trimmed(title.substr(digits + 1)) : title;
}

/// Whether the words state what somebody is, when, or how else he is called: "American singer", "composer,
/// born 1951", "2", "aka Kestrel".
bool distinguishes(std::string_view words) {
    const NamingWords& naming = NamingWords::known();
    const StructureWords::Set& occupations = StructureWords::known().occupations;
    std::vector<std::string> keys;
    for (const std::string_view word : split(words, ' ')) {
        keys.push_back(naming_key(word));
    }
    if (keys.empty() || naming.phrase_at(keys) != nullptr) {
        return !keys.empty();
    }
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        const bool is_number = begins_with_digit(key);
        return is_number || occupations.contains(key) || naming.persons.contains(key) ||
               matches(naming.ensembles, key);
    });
}

/// "born 1926" of "Mara Bell born 1926"; empty if the name does not end so. A view into it.
std::string_view birth_at_end(std::string_view name) {
    const auto year = name.rfind(' ');
    const auto verb = year == std::string_view::npos || year == 0 ? year : name.rfind(' ', year - 1);
    if (verb == std::string_view::npos || verb == 0 || !is_digits(trimmed(name.substr(year), " .)"))) {
        return {};
    }
    const std::string word = fold_case(name.substr(verb + 1, year - verb - 1));
    return StructureWords::known().births.contains(word) ? name.substr(verb + 1) : std::string_view();
}

/// "Mara Bell" of "Mara Bell 1951 -" and "Mara Bell 1951–2010"; empty for other titles. A view into it.
std::string_view before_year(std::string_view title) {
    constexpr std::size_t digits_of_year = 4;
    const std::string_view line = trimmed(title, " -");
    const auto space = line.rfind(' ');
    const std::string_view years =
        space == std::string_view::npos ? std::string_view() : line.substr(space + 1);
    const bool is_open = years.size() == digits_of_year && line.size() < title.size();
    const bool is_range = years.size() > 2 * digits_of_year;
    const bool is_life = (is_open || is_range) && is_digits(years.substr(0, digits_of_year)) &&
                         is_digits(years.substr(years.size() - digits_of_year)) &&
                         names_person(trimmed(line.substr(0, space), " ,"));
    return is_life ? trimmed(line.substr(0, space), " ,") : std::string_view();
}

/// "Mara Bell" of "Mara Bell's": what is left of "Mara Bell's Official Website".
std::string_view without_possessive(std::string_view name) {
    for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (name.ends_with(ending)) {
            return name.substr(0, name.size() - ending.size());
        }
    }
    return name;
}

/// Without emoji and bullets at its front.
std::string_view without_ornament(std::string_view part) {
    for (std::size_t position = 0; position < part.size();) {
        const std::size_t at = position;
        const char32_t c = next_code_point(part, position);
        if (is_letter(c) || is_digit(c) || is_opening_mark(c) || (c < 0x80 && c != U' ')) {
            return trimmed(part.substr(at));
        }
    }
    return part;
}

} // namespace

std::string_view without_distinction(std::string_view name) {
    const auto bracket = name.rfind(" (");
    return name.ends_with(')') && bracket != std::string_view::npos ? trimmed(name.substr(0, bracket)) : name;
}

std::string_view stated_distinction(std::string_view name) {
    const auto bracket = name.rfind(" (");
    if (name.ends_with(')') && bracket != std::string_view::npos && bracket > 0) {
        const std::string_view inside = name.substr(bracket + 2, name.size() - bracket - 3);
        return distinguishes(inside) ? inside : std::string_view();
    }
    const auto comma = name.find(", ");
    const std::string_view after =
        comma == std::string_view::npos ? std::string_view() : name.substr(comma + 2);
    const bool states = comma != std::string_view::npos && names_person(name.substr(0, comma)) &&
                        distinguishes(after) && !names_person(after);
    return states ? after : std::string_view();
}

std::string_view without_stated_distinction(std::string_view name) {
    const std::string_view distinction = stated_distinction(name);
    return distinction.empty()
               ? name
               : trimmed(name.substr(0, static_cast<std::size_t>(distinction.data() - name.data()) - 1),
                         " (,");
}

std::string_view without_tail(std::string_view name) {
    while (true) {
        std::string_view shorter = name;
        for (auto space = name.find(' '); space != std::string_view::npos;
             space = name.find(' ', space + 1)) {
            const std::string tail = fold_case(trimmed(name.substr(space), " ,"));
            if (NamingWords::known().title_tails.contains(tail) || tail == "&" || tail == "and") {
                shorter = trimmed(name.substr(0, space), " ,");
                break;
            }
        }
        if (shorter.size() == name.size() || shorter.empty()) {
            return name;
        }
        name = shorter;
    }
}

std::string person_in_title(std::string_view title) {
    const StructureWords& words = StructureWords::known();
    std::string_view person = title;
    for (const std::string_view between : {": ", " - ", " \u2013 ", " \u2014 ", " | ", ", "}) {
        const auto at = person.find(between);
        if (at != std::string_view::npos &&
            words.about_tails.contains_folded(person.substr(at + between.size()))) {
            person = person.substr(0, at);
        }
    }
    const std::string folded = fold_case(person);
    std::size_t max_length = 0;
    for (const std::string& prefix : words.about) {
        if (folded.starts_with(prefix + ' ') && prefix.size() > max_length) {
            max_length = prefix.size();
        }
    }
    return std::string(max_length == 0 ? person : trimmed(person.substr(max_length + 1), " ?"));
}

std::vector<std::string> parts_of_title(std::string_view title) {
    std::vector<std::string> parts;
    title = without_number(title);
    while (!title.empty()) {
        std::size_t size = 0;
        const std::size_t end = find_separator(title, size);
        std::string part = person_in_title(without_ornament(trimmed(title.substr(0, end))));
        if (const std::string_view person = before_year(part); !person.empty()) { // "Mara Bell 1951 -"
            part = std::string(person);
        }
        if (const std::string_view birth = birth_at_end(part); !birth.empty()) { // "MARA BELL born 1951"
            const std::string_view person =
                trimmed(std::string_view(part).substr(0, part.size() - birth.size()), " ,(");
            part = is_all_capitals(person) ? in_title_case(person) : std::string(person);
        }
        const std::string_view distinct = without_distinction(without_stated_distinction(part));
        const std::string_view name = without_tail(distinct);
        if (!name.empty()) {
            parts.push_back(in_spoken_order(name.size() < distinct.size() ? without_possessive(name) : name));
        }
        title.remove_prefix(end + size);
    }
    return parts;
}

std::string person_named_by(std::string_view title) {
    const std::vector<std::string> parts = parts_of_title(title);
    return !parts.empty() && names_person(parts.front()) ? parts.front() : std::string();
}

bool may_name_site(std::string_view name) {
    const std::vector<std::string_view> words = split(name, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return matches(NamingWords::known().sites, naming_key(word));
    });
}

bool names_only_site(std::string_view name) {
    const std::vector<std::string_view> words = split(name, ' ');
    const StructureWords& structure = StructureWords::known();
    bool has_site_word = false;
    for (const std::string_view word : words) {
        std::string key = naming_key(word);
        if (!begins_with_digit(key)) { // "bios2"
            key.resize(key.find_last_not_of("0123456789") + 1);
        }
        const bool is_site =
            matches(NamingWords::known().sites, key) || NamingWords::known().page_words.contains(key);
        const bool is_small = key.empty() || structure.small.contains(key) || structure.weak.contains(key) ||
                              structure.objects.contains(key) || begins_with_digit(key);
        if (!is_site && !is_small) {
            return false;
        }
        has_site_word = has_site_word || is_site;
    }
    return has_site_word;
}

} // namespace recital
