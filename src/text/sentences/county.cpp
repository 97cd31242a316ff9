// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/county.h"

#include "base/strings.h"
#include "text/language/character.h"
#include "text/sentences/abbreviation.h"

#include <algorithm>

namespace recital {

namespace {

/// Takes the last word, and the space before it, from the text.
std::string_view cut_last_word(std::string_view& text) {
    const auto space = text.rfind(' ');
    const auto word = text.substr(space == npos ? 0 : space + 1);
    text = text.substr(0, space == npos ? 0 : space);
    return word;
}

/// ", Calif.", ", New Jersey"
bool starts_with_state(std::string_view text, const Language& language) {
    if (!text.starts_with(", ")) {
        return false;
    }
    const auto first = letters_at(text, 2);
    const auto readings = language.abbreviations(text.substr(2, text.find_first_of(" ,;)", 2) - 2));
    const auto second = letters_at(text, std::min(text.size(), 2 + first.size() + 1));
    const auto names = language.abbreviations(first);
    const auto is_state = [](const Abbreviation& reading) { return reading.context == Context::after_comma; };
    return language.lists("states", first) || language.lists("states", second) ||
           std::any_of(names.begin(), names.end(), is_state) ||
           std::any_of(readings.begin(), readings.end(), is_state);
}

} // namespace

bool is_county_before_name(const Surroundings& around, const Language& language) {
    const auto before = without_openers(around.before);
    const bool county_before = around.preceding.find("Co. ") != npos || around.preceding.find("Co ") != npos;
    const bool joins = language.is(before, LexicalClass::conjunction) &&
                       !language.is(before, LexicalClass::preposition) && !county_before;
    const bool opens = before.empty() || before.ends_with(',') || (starts_lower(before) && !joins);
    return opens && !around.opener && starts_upper(around.after) &&
           language.abbreviations(letters_at(around.after, 0)).empty();
}

bool is_county_after_name(const Surroundings& around, const Language& language) {
    const bool before_state = starts_with_state(around.after, language);
    const std::size_t max_words = before_state ? 3 : 1;
    auto rest = around.preceding;
    rest.remove_suffix(rest.ends_with(' ') ? 1 : 0);
    for (std::size_t words = 0; words <= max_words && !rest.empty(); ++words) {
        const auto word = cut_last_word(rest);
        if (words > 0 && (language.lists("prepositions of places", word) ||
                          (before_state && word.ends_with(',') && starts_upper(word)))) {
            return before_state || !starts_upper(around.after) || opens_sentence(around.after, 0, language);
        }
        if (letters_at(word, 0) != word || !starts_upper(word)) {
            return false;
        }
    }
    return false;
}

} // namespace recital
