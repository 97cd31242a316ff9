// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/sentences/abbreviation.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <string>

namespace recital {

namespace {

bool is_single_letter(std::string_view word) {
    return !word.empty() && character_at(word, 0).end == word.size();
}

bool is_all_capitals(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_ascii_upper);
}

/// RTÉ: two or three capitals of which some have accents.
bool is_short_with_accents(std::string_view word) {
    constexpr std::size_t max_letters = 3;
    std::size_t letters = 0;
    bool plain = false;
    for (std::size_t position = 0; position < word.size(); ++letters) {
        plain = plain || is_ascii_upper(word[position]);
        if (!starts_upper(word.substr(position))) {
            return false;
        }
        position = character_at(word, position).end;
    }
    return plain && letters > 1 && letters <= max_letters && letters < word.size();
}

bool is_vowel(char letter) {
    return std::string_view("AEIOUY").find(letter) != std::string_view::npos;
}

/// Whether the capitals open and close as a word can: LRAM and SACD do not.
bool has_word_borders(std::string_view capitals, const Language& language) {
    const auto is_pair = [](std::string_view letters) {
        return !is_vowel(letters[0]) && !is_vowel(letters[1]);
    };
    const auto opening = capitals.substr(0, 2);
    const auto ending = capitals.substr(capitals.size() - 2);
    return (!is_pair(opening) || language.is(opening, LexicalClass::onset)) &&
           (!is_pair(ending) || language.is(ending, LexicalClass::coda));
}

/// Whether the capitals close as a word can; known only of languages that list such endings.
bool has_word_ending(std::string_view capitals, const Language& language) {
    const auto ending = capitals.substr(capitals.size() - 2);
    return !language.lists_word_borders() || is_vowel(ending[0]) || is_vowel(ending[1]) ||
           language.is(ending, LexicalClass::coda);
}

/// Whether four capitals could be a word: no run of three vowels or consonants, no consonant pair between two
/// vowels (UCLA).
bool is_pronounceable(std::string_view capitals) {
    constexpr std::size_t max_run_length = 2;
    const bool vowels_outside = is_vowel(capitals.front()) && is_vowel(capitals.back());
    if (vowels_outside && !is_vowel(capitals[1]) && !is_vowel(capitals[2])) {
        return false;
    }
    std::size_t run = 0;
    for (std::size_t index = 0; index < capitals.size(); ++index) {
        run = index > 0 && is_vowel(capitals[index]) == is_vowel(capitals[index - 1]) ? run + 1 : 1;
        if (run > max_run_length) {
            return false;
        }
    }
    return true;
}

} // namespace

bool Classifier::read_word() {
    return read_romanised_name() || read_money() || read_formula() || read_date_from_month() ||
           read_abbreviation() || read_bare_number_sign() || read_dynamic() || read_progression() ||
           read_degrees() || read_roman_item() || read_initials() || read_chord() || read_key() ||
           read_roman() || read_capitals() || read_article_or_letter() ||
           take(PlainWord{text(index_)}, index_ + 1);
}

/// Dr., Op. 9, e.g., a.k.a., Ph.D.; also British "Mr" and "Op 9"
bool Classifier::read_abbreviation() {
    if (!known_as(LexicalClass::opens_abbreviation)) {
        return false;
    }
    constexpr std::size_t max_chain_length = 8;
    std::size_t last = index_;
    while (last < index_ + max_chain_length && is_mark(last + 1, ".") && is_glued(last + 1) &&
           is_word(last + 2) && is_glued(last + 2)) {
        last += 2;
    }
    const bool two = last == index_ && is_mark(last + 1, ".") && is_word(last + 2) &&
                     is_mark(last + 3, ".") && is_abbreviation_of_two(text(last), text(last + 2), language_);
    last += two ? 2 : 0;
    for (; last + 1 > index_; last -= 2) {
        const auto begin = lexemes_[index_].begin;
        const auto end = lexemes_[last].end();
        const auto* reading = fitting_abbreviation(sentence_, begin, end, language_);
        const bool stop = is_mark(last + 1, ".") && is_glued(last + 1);
        const bool word_goes_on = !stop && is_glued(last + 1) && is_word(last + 1);
        // "N.Y." is not part of "N.Y.C."
        const bool initials_go_on = stop && is_glued(last + 2) && is_word(last + 2) &&
                                    is_single_letter(text(last)) && is_single_letter(text(last + 2));
        const bool marks_item = index_ == 0 && last == index_ && is_single_letter(text(index_)) &&
                                reading != nullptr && reading->context != Context::before_number &&
                                reading->context != Context::before_year &&
                                reading->context != Context::french_title;
        const bool formula = reading != nullptr && reading->context == Context::after_comma &&
                             is_glued(last + 1) && is_number(last + 1); // CO2
        if (reading != nullptr && !formula && !word_goes_on && !initials_go_on && !marks_item) {
            // The full stop of the last word also ends the sentence.
            if (reading->context == Context::in_credits && index_ > 0 && small_number(index_ - 1) &&
                *small_number(index_ - 1) > 1) { // 2 fl.
                const auto ending =
                    language_.phrase(reading->spoken.ends_with('s') ? "plural after s" : "plural");
                return take(Reading{reading->spoken + std::string(ending)},
                            stop && lexeme(last + 2) != nullptr ? last + 2 : last + 1);
            }
            return take(Entry{reading->spoken}, stop && lexeme(last + 2) != nullptr ? last + 2 : last + 1);
        }
        if (last < index_ + 2) {
            break;
        }
    }
    return false;
}

/// "Sonata no 3", "op 9 no 2": after a work or a number, as it is written without stops.
bool Classifier::read_bare_number_sign() {
    const bool one = text(index_) == language_.phrase("bare number");
    const bool several = text(index_) == language_.phrase("bare numbers");
    const bool after_work =
        index_ > 0 && (is_number(index_ - 1) || is_class(index_ - 1, LexicalClass::numbered_thing));
    if (!(one || several) || !is_number(index_ + 1) || is_glued(index_ + 1) || !after_work) {
        return false;
    }
    return take(Entry{language_.phrase(one ? "number sign" : "number signs")}, index_ + 1);
}

/// J. S. Bach, B.B. King, R.E.M., U.S.
bool Classifier::read_initials() {
    std::size_t next = index_;
    std::size_t letters = 0;
    while (is_word(next) && is_single_letter(text(next)) && is_mark(next + 1, ".") && is_glued(next + 1) &&
           (letters == 0 || starts_upper(text(next)) || is_glued(next))) {
        next += 2;
        ++letters;
    }
    // "N.W.A": the last letter has no full stop.
    if (letters > 1 && is_word(next) && is_glued(next) && is_single_letter(text(next))) {
        ++next;
        ++letters;
    }
    const bool ends = next >= lexemes_.size();
    if (letters == 0 || (letters == 1 && (ends || !starts_upper(text(index_)) || text(index_) == "I"))) {
        // "Louis I. of" keeps its numeral, "vitamin C." its full stop.
        const bool initial = letters == 1 && !ends && text(index_) == "I" && starts_upper(text(next));
        if (!initial) {
            return false;
        }
    }
    const bool stop = is_mark(next - 1, ".") && ends;
    return take(Letters{span(index_, next), false}, stop ? next - 1 : next);
}

/// Whether the word before the index is an initial or a title: "J. ", "Dr ".
bool Classifier::follows_title(std::size_t index) const {
    const auto before = word_before(index);
    if (before == index || is_glued(index) || !is_word(before) || !starts_upper(text(before))) {
        return false;
    }
    const bool stop = before + 1 != index;
    const bool chained = before > 0 && is_mark(before - 1, ".") && is_glued(before); // the U.S. FDA
    const auto readings = language_.abbreviations(text(before));
    const bool title = std::any_of(readings.begin(), readings.end(), [stop](const Abbreviation& reading) {
        return reading.context == Context::before_name && (stop || reading.bare);
    });
    return title || (stop && is_single_letter(text(before)) && !chained);
}

/// Whether capitals are a surname, as some texts write them: M. DZOKPE, Kossi DZOKPE, DZOKPE Kossi. A name
/// from elsewhere may open with any consonants, so the shorter it is, the more must indicate it.
bool Classifier::is_surname(std::size_t index) const {
    constexpr std::size_t short_name = 3;
    constexpr std::size_t long_name = 5;
    const auto word = text(index);
    const auto vowels = std::count_if(word.begin(), word.end(), is_vowel);
    if (word.size() < short_name || vowels == 0 || !has_word_ending(word, language_)) {
        return false;
    }
    if (follows_title(index)) {
        return !is_vowel(word[0]) && (word.size() > short_name || is_vowel(word[1]));
    }
    const auto is_name = [&](std::size_t neighbour) {
        return is_word(neighbour) && starts_upper(text(neighbour)) && text(neighbour).size() > 1 &&
               !is_all_capitals(text(neighbour)) && !is_class(neighbour, LexicalClass::sentence_starter);
    };
    const bool forename = index > 0 && !is_glued(index) && is_class(index - 1, LexicalClass::given_name);
    const bool beside_name =
        (index > 0 && !is_glued(index) && is_name(index - 1)) || (!is_glued(index + 1) && is_name(index + 1));
    return word.size() >= long_name &&
           (forename || (beside_name && (vowels > 1 || !language_.lists_word_borders())));
}

/// US, HBO, LPs: capitals that do not form a word.
bool Classifier::read_capitals() {
    constexpr std::size_t max_initialism_length = 3;
    auto word = text(index_);
    const bool plural =
        word.size() > 2 && word.ends_with('s') && is_all_capitals(word.substr(0, word.size() - 1));
    word.remove_suffix(plural ? 1 : 0);
    const bool digits_follow = is_number(index_ + 1) && is_glued(index_ + 1);
    const bool formula = digits_follow && word.size() == 2 && !plural; // NO2
    if (is_short_with_accents(word) && !shouted_) {
        return take(Letters{word, plural}, index_ + 1);
    }
    if (word.size() < 2 || !is_all_capitals(word) ||
        (language_.is(word, LexicalClass::acronym) && !formula)) {
        return false;
    }
    const auto neighbour_shouts = [&](std::size_t index) {
        return is_word(index) && text(index).size() > max_initialism_length && is_all_capitals(text(index));
    };
    const bool shouted =
        shouted_ || neighbour_shouts(index_ + 1) || (index_ > 0 && neighbour_shouts(index_ - 1));
    const bool has_vowel = std::any_of(word.begin(), word.end(), is_vowel);
    const bool four = word.size() == max_initialism_length + 1;
    const bool word_like = word.size() > max_initialism_length && has_word_borders(word, language_) &&
                           (!four || is_pronounceable(word));
    if (!plural && !digits_follow && has_vowel && (shouted || word_like || is_surname(index_))) {
        return false;
    }
    return take(Letters{word, plural}, index_ + 1);
}

/// A letter by its name: plan A, section (a), U2.
bool Classifier::read_article_or_letter() {
    const auto word = text(index_);
    if (!is_single_letter(word)) {
        return false;
    }
    const bool digits_follow = is_number(index_ + 1) && is_glued(index_ + 1);
    const bool code = digits_follow || (is_mark(index_ + 1, "-") && is_glued(index_ + 1) &&
                                        is_number(index_ + 2) && is_glued(index_ + 2));
    if (code && starts_upper(word)) {
        return take(Letters{word, false}, index_ + 1);
    }
    if (word != "A" && word != "a") {
        return false;
    }
    const bool enclosed = index_ > 0 && is_mark(index_ - 1, "(") && is_mark(index_ + 1, ")");
    const bool opens = index_ == 0 || lexemes_[index_ - 1].kind == LexemeKind::mark;
    const bool alone =
        lexeme(index_ + 1) == nullptr || is_any_mark(index_ + 1, {",", ".", ";", ")", "?", "!"});
    const bool named =
        word == "A" && !opens && (alone || (is_word(index_ + 1) && starts_lower(text(index_ + 1))));
    return (enclosed || named) && take(Letters{word, false}, index_ + 1);
}

} // namespace recital
