// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/following_number.h"

#include "text/language/character.h"
#include "text/sentences/abbreviation.h"

#include <algorithm>
#include <cstddef>

namespace recital {

bool starts_with_numeral(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    text.remove_prefix((text[0] == '+' || text[0] == '#') && text.size() > 1 ? 1 : 0);
    const auto word = letters_at(text, 0);
    const bool letter = word.size() == 1 && std::string_view("IVX").find(word[0]) == npos;
    if (letter) {
        return false;
    }
    const bool small = word.size() > 1 && word.find_first_not_of("ivxlc") == npos; // pages iii to vii
    return is_ascii_digit(text[0]) || small || (!word.empty() && word.find_first_not_of("IVXLC") == npos);
}

bool starts_with_ordinal(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto ending = letters_at(text, digits);
    return digits != 0 && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
}

bool starts_with_year(std::string_view text) {
    constexpr std::size_t year_digits = 4;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool decimals = digits + 1 < text.size() && std::string_view(".,").find(text[digits]) != npos &&
                          is_ascii_digit(text[digits + 1]);
    return digits == year_digits && (text[0] == '1' || text[0] == '2') && !decimals;
}

bool starts_with_wedding(std::string_view text, std::string_view before, const Language& language) {
    if (starts_with_year(text)) {
        return true;
    }
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto ending = letters_at(text, digits);
    const auto blank = digits + (starts_with_ordinal(text) ? ending.size() : 0);
    const auto rest = text.substr(blank);
    if (digits == 0) {
        const auto word = letters_at(text, 0);
        const auto after = text.substr(word.size());
        return language.month(word) != 0 && after.starts_with(' ') && after.size() > 1 &&
               is_ascii_digit(after[1]);
    }
    if (digits > 2 || !rest.starts_with(' ')) {
        return false;
    }
    const auto next = letters_at(rest, 1);
    return language.month(next) != 0 || (digits == 1 && starts_upper(next) && next.size() > 1 &&
                                         !language.is(before, LexicalClass::preposition));
}

bool starts_with_letter(std::string_view text, const Language& language) {
    const auto letter = letters_at(text, 0);
    if (letter.size() != 1 || !is_ascii_upper(letter[0]) ||
        opens_sentence(text.substr(0, 1), 0, language)) { // Bell & Co. A year
        return false;
    }
    const auto rest = text.substr(1);
    return !rest.starts_with('&') && !rest.starts_with(" & ") && !rest.starts_with('-') &&
           (!rest.starts_with(". ") || opens_sentence(rest, 2, language));
}

bool starts_with_code(std::string_view text) {
    constexpr std::size_t max_letters = 4;
    const auto letters = std::min(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), text.size());
    auto number = text.substr(letters);
    const bool apart = number.starts_with('-') || (letters > 1 && number.starts_with(' '));
    number.remove_prefix(apart ? 1 : 0);
    return letters > 0 && letters <= max_letters && !number.empty() && is_ascii_digit(number[0]);
}

} // namespace recital
