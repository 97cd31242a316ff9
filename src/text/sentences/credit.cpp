// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/credit.h"

#include "base/strings.h"
#include "text/language/character.h"
#include "text/sentences/abbreviation.h"

#include <algorithm>

namespace recital {

namespace {

/// Whether the word is an abbreviation of credits. A single letter is as often something else.
bool is_credit_word(std::string_view word, const Language& language) {
    if (word.size() < 2) {
        return false;
    }
    const auto readings = language.abbreviations(word);
    return std::any_of(readings.begin(), readings.end(),
                       [](const Abbreviation& reading) { return reading.context == Context::in_credits; });
}

/// Whether the sentence has another abbreviation of credits than the one at `own`.
bool has_other_credit(std::string_view sentence, std::size_t own, const Language& language) {
    constexpr std::size_t looked_at = 512;
    sentence = sentence.substr(0, std::min(sentence.size(), own + looked_at));
    for (std::size_t position = own - std::min(own, looked_at); position < sentence.size();) {
        const auto word = letters_at(sentence, position);
        if (word.empty()) {
            position = character_at(sentence, position).end;
            continue;
        }
        const auto end = position + word.size();
        if (position != own && sentence.substr(end).starts_with('.') && is_credit_word(word, language)) {
            return true;
        }
        position = end;
    }
    return false;
}

/// Whether the abbreviation is in brackets after a name, with others at most: "Lester Young (ts, ". One
/// letter needs two names, for "Plan (b)" is none.
bool is_in_brackets_after_name(std::string_view preceding, bool one_letter) {
    constexpr std::size_t max_list_length = 32;
    const auto bracket = preceding.rfind('(');
    if (bracket == npos || bracket + max_list_length < preceding.size() ||
        !preceding.substr(0, bracket).ends_with(' ')) {
        return false;
    }
    const auto list = preceding.substr(bracket + 1);
    const bool others = std::all_of(list.begin(), list.end(), [](char byte) {
        return is_ascii_lower(byte) || byte == ',' || byte == ' ' || byte == '.';
    });
    const auto before = preceding.substr(0, bracket - 1);
    const auto name = before.substr(before.rfind(' ') + 1);
    const bool full = before.find(' ') != npos;
    return others && (list.empty() || list.ends_with(", ")) && (full || !one_letter) && starts_upper(name) &&
           letters_at(name, 0) == name;
}

/// Whether a name, another abbreviation, "and" or "by" follows.
bool leads_on(std::string_view after, const Language& language) {
    const auto word = letters_at(after, 0);
    return after.empty() || starts_upper(after) || after[0] == '&' || language.lists("credit joints", word) ||
           (after.substr(word.size()).starts_with('.') && is_credit_word(word, language));
}

} // namespace

bool is_credit(const Surroundings& around, const Language& language) {
    const auto before = around.before;
    if (!around.stop) {
        return std::string_view("),").find(around.mark) != npos &&
               is_in_brackets_after_name(around.preceding, around.written.size() == 1);
    }
    const bool opens = before.empty() || std::string_view("(,;:").find(before.back()) != npos;
    const bool ends_list = around.mark == '\0' && before.ends_with(".,");
    const bool closes = std::string_view(",;:)").find(around.mark) != npos;
    // "Tampa, Fl., and Rome"
    if (opens && (closes || ends_list) && starts_lower(around.written)) {
        return true;
    }
    const bool counted = before.size() == 1 && is_ascii_digit(before[0]); // 2 fl.
    const bool joined =
        counted || before.ends_with('.') || before == "&" || language.lists("credit joints", before);
    return around.written.size() > 1 && (opens || joined) && (closes || leads_on(around.after, language)) &&
           has_other_credit(around.sentence, around.preceding.size(), language);
}

} // namespace recital
