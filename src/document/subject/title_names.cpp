// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/title_names.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/person_name.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// What separates a name from that of a site or from a subtitle.
constexpr std::array<std::string_view, 11> separators = {": ",       " - ",      " \u2013 ", " \u2014 ",
                                                         " | ",      " :: ",     " \u00B7 ", " \u2022 ",
                                                         " \u00BB ", " \u2192 ", " \uFF5C "};

/// The place of the first separator; that of the end if there is none.
std::size_t find_separator(std::string_view title, std::size_t& size) {
    std::size_t first = title.size();
    size = 0;
    for (const std::string_view separator : separators) {
        if (const auto at = title.find(separator); at < first) {
            first = at;
            size = separator.size();
        }
    }
    return first;
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
            words.about_tails.contains(fold_case(person.substr(at + between.size())))) {
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
    return std::string(max_length == 0 ? person : person.substr(max_length + 1));
}

std::vector<std::string> parts_of_title(std::string_view title) {
    std::vector<std::string> parts;
    while (!title.empty()) {
        std::size_t size = 0;
        const std::size_t end = find_separator(title, size);
        const std::string part = person_in_title(without_ornament(trimmed(title.substr(0, end))));
        if (const std::string_view name = without_tail(without_distinction(part)); !name.empty()) {
            parts.push_back(in_spoken_order(name));
        }
        title.remove_prefix(end + size);
    }
    return parts;
}

bool may_name_site(std::string_view name) {
    const std::vector<std::string_view> words = split(name, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return matches(NamingWords::known().sites, naming_key(word));
    });
}

} // namespace recital
