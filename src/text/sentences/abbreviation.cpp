// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/abbreviation.h"

#include "base/strings.h"
#include "text/language/character.h"
#include "text/sentences/bracket_matching.h"
#include "text/sentences/county.h"
#include "text/sentences/credit.h"
#include "text/sentences/following_number.h"
#include "text/sentences/following_words.h"
#include "text/sentences/french_title.h"
#include "text/sentences/surroundings.h"

#include <algorithm>
#include <array>
#include <string>

namespace recital {

namespace {

Surroundings look_around(std::string_view text, std::size_t begin, std::size_t end) {
    Surroundings around;
    around.sentence = text;
    around.written = text.substr(begin, end - begin);
    around.preceding = text.substr(0, begin);
    std::size_t next = end;
    around.stop = next < text.size() && text[next] == '.';
    next += around.stop ? 1 : 0;
    around.mark = next < text.size() ? text[next] : '\0';
    while (next < text.size() && (text[next] == ' ' || (around.stop && text[next] == '-'))) {
        ++next;
    }
    if (const auto opener = opening_mark(text, next); opener != 0) {
        around.opener = true;
        next += opener;
    }
    around.after = text.substr(std::min(next, text.size()));
    std::size_t last = begin;
    while (last > 0 && (text[last - 1] == ' ' || text[last - 1] == '-')) {
        --last;
    }
    constexpr std::size_t max_length = 64;
    around.before = text.substr(last - std::min(last, max_length), std::min(last, max_length));
    const auto space = around.before.rfind(' ');
    around.before.remove_prefix(space == npos ? 0 : space + 1);
    return around;
}

/// "I will": not the numeral.
bool is_pronoun(std::string_view text, const Language& language) {
    return text.starts_with("I ") && language.is(letters_at(text, 2), LexicalClass::first_person);
}

bool starts_with_currency(std::string_view text, const Language& language) {
    return !text.empty() && character_at(text, 0).kind == CharacterKind::other &&
           language.currency(text.substr(0, character_at(text, 0).end)) != nullptr;
}

bool ends_with_number(std::string_view word) {
    constexpr std::size_t ordinal_ending = 2;
    word.remove_suffix(word.ends_with('+') ? 1 : 0); // 20+ yrs.
    if (word.empty() || is_ascii_digit(word.back())) {
        return !word.empty();
    }
    if (word.back() == 'd' && word.size() > 1 && is_ascii_digit(word[word.size() - 2])) { // the 2d ed.
        return true;
    }
    return word.size() > ordinal_ending && is_ascii_lower(word.back()) &&
           is_ascii_digit(word[word.size() - ordinal_ending - 1]);
}

bool ends_with_letter(std::string_view word) {
    return !word.empty() &&
           character_at(word, previous_start(word, word.size())).kind == CharacterKind::letter;
}

/// The word without any marks before it.
std::string_view without_marks(std::string_view word) {
    while (!word.empty() && character_at(word, 0).kind == CharacterKind::other) {
        word.remove_prefix(character_at(word, 0).end);
    }
    return word;
}

/// Whether the word, without its last stop, is an initial or several: A, J.S
bool is_initial(std::string_view word) {
    if (!starts_upper(word)) {
        return false;
    }
    const auto last = word.substr(word.find_last_of(".-") + 1);
    return !last.empty() && character_at(last, 0).end == last.size();
}

bool is_title(std::string_view word, const Language& language) {
    const auto readings = language.abbreviations(word);
    return std::any_of(readings.begin(), readings.end(),
                       [](const Abbreviation& reading) { return reading.context == Context::before_name; });
}

/// Bülow: after "v." a German surname
bool has_umlaut(std::string_view word) {
    constexpr std::array<std::string_view, 4> letters{"ä", "ö", "ü", "ß"};
    return std::any_of(letters.begin(), letters.end(),
                       [word](std::string_view letter) { return word.find(letter) != npos; });
}

/// Whether a name goes on after the word: after a German given name, an initial, a title or a preposition.
bool leads_to_surname(std::string_view word, const Language& language) {
    word = without_openers(word);
    if (word.ends_with('.')) {
        word.remove_suffix(1);
        return !language.lists("prosecutors", word) && (is_initial(word) || is_title(word, language));
    }
    return language.is(word, LexicalClass::german_name) || language.is(word, LexicalClass::ruler_title) ||
           language.is(word, LexicalClass::preposition) ||
           (starts_lower(word) && language.is(word, LexicalClass::conjunction));
}

/// "Memphis, ", not "deadly, " and "NO, "
bool is_place_and_comma(std::string_view before) {
    constexpr std::size_t min_length_of_town = 3;
    if (!before.ends_with(',')) {
        return false;
    }
    before = without_openers(before.substr(0, before.size() - 1));
    const bool capitals = std::all_of(before.begin(), before.end(), is_ascii_upper);
    return starts_upper(before) && !(capitals && before.size() < min_length_of_town);
}

/// "Said no. 3 men left": the number counts persons, so the word is no sign of it.
bool is_before_persons(const Surroundings& around, const Language& language) {
    const auto before = without_openers(around.before);
    const auto digits = std::min(around.after.find_first_not_of("0123456789"), around.after.size());
    const auto number = around.after.substr(0, digits);
    const bool speaks = before.empty() || language.is(before, LexicalClass::speech_verb);
    return speaks && !number.empty() && number != "1" && around.after.substr(digits).starts_with(' ') &&
           language.lists("persons", letters_at(around.after, digits + 1));
}

/// Whether a street may be called that: "Mott", "42nd"; not "The", "Hail:" and "Schubert's".
bool names_street(std::string_view word, const Language& language) {
    const auto letters = letters_at(word, 0);
    return (!letters.empty() && letters == word && starts_upper(word) &&
            !opens_sentence(word, 0, language)) ||
           (ends_with_number(word) && is_ascii_lower(word.back()));
}

/// Whether the words before the bracket can be a place of the state, and are neither the state itself nor
/// words with its initials: "Kim Young (KY)".
bool names_town(std::string_view preceding, std::string_view state, std::string_view code) {
    if (!preceding.ends_with(" (")) {
        return false;
    }
    preceding.remove_suffix(2);
    bool initials = true;
    std::string_view rest = preceding;
    for (std::size_t left = code.size(); left > 0; --left) {
        const auto space = rest.rfind(' ');
        const auto word = rest.substr(space == npos ? 0 : space + 1);
        initials = initials && !word.empty() && word[0] == code[left - 1];
        rest = rest.substr(0, space == npos ? 0 : space);
    }
    const auto last = preceding.substr(preceding.rfind(' ') + 1);
    return starts_upper(last) && letters_at(last, 0) == last && !initials && !preceding.ends_with(state);
}

/// Whether the word before is one that a title follows: none, or one that is neither a name nor an article.
bool may_precede_title(const Surroundings& around, const Language& language) {
    const auto before = without_openers(around.before);
    const bool opens = around.preceding.find_last_not_of(' ') == npos || before.empty();
    return opens || (starts_lower(before) && !language.is(before, LexicalClass::determiner)) ||
           std::string_view(".;:!?").find(before.back()) != npos;
}

/// Whether all letters of the sentence are small, and the word is a noun for all that is known.
bool is_small_noun(std::string_view word, std::string_view sentence, const Language& language) {
    std::string opener(word);
    if (!opener.empty()) {
        opener[0] = to_ascii_upper(opener[0]);
    }
    return !language.is(opener, LexicalClass::sentence_starter) && !word.empty() && starts_lower(word) &&
           !language.is(word, LexicalClass::preposition) && !language.is(word, LexicalClass::conjunction) &&
           !language.is(word, LexicalClass::determiner) && !is_verb(word, language) &&
           std::none_of(sentence.begin(), sentence.end(), is_ascii_upper);
}

/// Whether the name of a street starts the text: "Ave. ", "Avenue"; not "Ave Maria".
bool starts_with_street(std::string_view text, const Language& language) {
    const auto word = letters_at(text, 0);
    const auto rest = text.substr(word.size());
    const bool saint = rest.starts_with(". ") && starts_upper(rest.substr(2)) && is_title(word, language) &&
                       !opens_sentence(rest, 2, language); // Baton Rouge, La. St. James Infirmary
    const bool name_goes_on = saint || (rest.starts_with(' ') && starts_upper(rest.substr(1)));
    return language.lists("streets", word) && !name_goes_on;
}

/// Whether the word is an abbreviation of that context: "Penn." of a street, "Coll." of a name.
bool has_context(std::string_view word, Context context, const Language& language) {
    word = without_openers(word);
    const auto readings = word.ends_with('.') ? language.abbreviations(word.substr(0, word.size() - 1))
                                              : std::span<const Abbreviation>{};
    return std::any_of(readings.begin(), readings.end(),
                       [context](const Abbreviation& reading) { return reading.context == context; });
}

bool fits_by_words(const Abbreviation& reading, const Surroundings& around, const Language& language) {
    const auto following = letters_at(around.after, 0);
    switch (reading.context) {
    case Context::before_street:
        return around.stop && !around.opener && starts_with_street(around.after, language);
    case Context::after_modifier:
        return language.is(around.before, LexicalClass::determiner) ||
               language.lists("modifiers", around.before);
    case Context::before_given_name:
        return around.stop && language.is(following, LexicalClass::given_name) &&
               may_precede_title(around, language);
    case Context::after_capital:
        return around.stop && starts_upper(around.before) && !opens_sentence(around.before, 0, language) &&
               (around.before.back() != '.' ||
                has_context(around.before, Context::after_capital, language)); // King's Coll. Hosp.
    case Context::before_of:
        return around.stop && following == language.phrase("of") &&
               (around.before.ends_with(',') || language.is(around.before, LexicalClass::determiner) ||
                starts_lower(without_openers(around.before)) || ends_with_number(around.before));
    case Context::before_letter:
        return around.stop && !around.opener && starts_with_letter(around.after, language);
    case Context::after_source:
        return language.lists("sources", around.before);
    case Context::before_small_name:
        return !around.opener && is_small_noun(following, around.sentence, language) &&
               !(ends_with_number(around.before) && is_ascii_lower(around.before.back())); // 52nd st.
    case Context::after_small_name:
        return is_small_noun(letters_at(around.before, 0), around.sentence, language);
    default:
        return false;
    }
}

bool fits(const Abbreviation& reading, const Surroundings& around, const Language& language) {
    if (!around.stop && !reading.bare) {
        return false;
    }
    switch (reading.context) {
    case Context::before_name:
        return starts_upper(around.after) || (around.opener && around.stop);
    case Context::within_name:
        return around.stop && starts_upper(around.after) &&
               (leads_to_surname(around.before, language) ||
                (starts_upper(around.before) && has_umlaut(letters_at(around.after, 0))));
    case Context::french_title:
        return is_french_title(around, language);
    case Context::before_place:
        return is_county_before_name(around, language);
    case Context::after_place:
        return is_county_after_name(around, language);
    case Context::before_code:
        return !around.opener && starts_with_code(around.after);
    case Context::before_small:
        return !around.opener && starts_lower(around.after) && ends_with_letter(around.before) &&
               !language.is(around.before, LexicalClass::speech_verb) &&
               !language.is(around.before, LexicalClass::finite_verb) &&
               !language.is(around.before, LexicalClass::conjunction);
    case Context::in_credits:
        return is_credit(around, language);
    case Context::before_number:
        return !around.opener && !is_pronoun(around.after, language) &&
               !(language.phrase("number sign") == reading.spoken && is_before_persons(around, language)) &&
               (starts_with_numeral(around.after) || starts_with_currency(around.after, language));
    case Context::before_ordinal:
        return starts_with_ordinal(around.after);
    case Context::before_year:
        return !around.opener && starts_with_year(around.after);
    case Context::before_wedding:
        return !around.opener && starts_with_wedding(around.after, around.before, language);
    case Context::after_bracket:
        return (around.before.ends_with('(') || around.before.ends_with(';')) &&
               (starts_upper(around.after) || (!around.after.empty() && is_ascii_digit(around.after[0])));
    case Context::after_number:
        return ends_with_number(around.before);
    case Context::after_roman:
        return !around.before.empty() && around.before.find_first_not_of("IVXLC") == npos;
    case Context::after_ordinal:
        return ends_with_number(around.before) && is_ascii_lower(around.before.back());
    case Context::after_comma:
        return is_place_and_comma(around.before);
    case Context::after_name:
        return ((starts_upper(around.before) && around.before.back() != '.' && around.stop) ||
                ends_with_number(around.before) ||
                has_context(around.before, Context::before_street, language) ||
                names_street(without_marks(around.before), language)) &&
               (!starts_upper(around.after) || opens_sentence(around.after, 0, language));
    case Context::before_mark:
        return names_street(without_marks(around.before), language) &&
               (around.after.empty() || std::string_view(":;,.)!?").find(around.after[0]) != npos);
    case Context::in_brackets:
        return around.after.starts_with(')') && names_town(around.preceding, reading.spoken, around.written);
    case Context::anywhere:
        return true;
    default:
        return fits_by_words(reading, around, language);
    }
}

} // namespace

std::string_view without_openers(std::string_view word) {
    while (!word.empty() && (word[0] == '(' || word[0] == '[' || opening_mark(word, 0) != 0)) {
        word.remove_prefix(std::max<std::size_t>(opening_mark(word, 0), 1));
    }
    return word;
}

std::string_view letters_at(std::string_view text, std::size_t position) {
    std::size_t end = position;
    while (end < text.size()) {
        const auto character = character_at(text, end);
        if (character.kind != CharacterKind::letter) {
            break;
        }
        end = character.end;
    }
    return text.substr(std::min(position, text.size()), end - position);
}

bool opens_sentence(std::string_view text, std::size_t position, const Language& language) {
    const auto word = letters_at(text, position);
    const auto after = position + word.size();
    if (after < text.size() && text[after] == '.') {
        const auto readings = language.abbreviations(word);
        return std::any_of(readings.begin(), readings.end(), [](const Abbreviation& reading) {
            return reading.context == Context::before_name;
        });
    }
    return language.is(word, LexicalClass::sentence_starter);
}

bool is_abbreviation_of_two(std::string_view first, std::string_view second, const Language& language) {
    constexpr std::size_t max_part_length = 3;
    if (first.empty() || second.empty() || first.size() > max_part_length ||
        second.size() > max_part_length) {
        return false;
    }
    std::string joined(first);
    joined += '.';
    joined += second;
    return !language.abbreviations(joined).empty();
}

const Abbreviation* fitting_abbreviation(std::string_view text, std::size_t begin, std::size_t end,
                                         const Language& language) {
    auto readings = language.abbreviations(text.substr(begin, end - begin));
    if (const auto space = text.find(' ', begin); readings.empty() && space < end) {
        std::string joined(text.substr(begin, end - begin));
        std::erase(joined, ' ');
        readings = language.abbreviations(joined);
    }
    if (readings.empty()) {
        return nullptr;
    }
    const auto around = look_around(text, begin, end);
    const auto found = std::find_if(readings.begin(), readings.end(), [&](const Abbreviation& reading) {
        return fits(reading, around, language);
    });
    return found == readings.end() ? nullptr : &*found;
}

} // namespace recital
