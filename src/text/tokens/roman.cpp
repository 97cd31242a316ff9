// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/sentences/following_words.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr unsigned latest_ruler = 40;

} // namespace

/// Whether the preceding word, or the numeral that this one continues, makes it a cardinal.
bool Classifier::follows_numbered_thing(std::size_t index) const {
    constexpr int max_list_length = 12;
    std::size_t before = index;
    for (int count = 0; before > 0 && count < max_list_length; ++count) {
        before = word_before(before);
        if (is_class(before, LexicalClass::numbered_thing)) {
            return true;
        }
        const bool counts_on = is_dash(before) || is_mark(before, ",") || is_mark(before, "&") ||
                               text(before) == language_.phrase("and") ||
                               text(before) == language_.phrase("or") || roman_value(text(before)) != 0 ||
                               text(before) == ".";
        if (!counts_on) {
            return false;
        }
    }
    return false;
}

/// Whether the name is one that a numeral makes a ruler of; a single letter needs a ruler's name.
bool Classifier::is_ruler(std::size_t name, bool single) const {
    const auto word = text(name);
    if (!is_word(name)) {
        return false;
    }
    if (language_.is(word, LexicalClass::ruler_name) ||
        (!single && language_.is(word, LexicalClass::surname))) {
        return true;
    }
    if (std::all_of(word.begin(), word.end(), is_ascii_upper)) {
        std::string title_case(word);
        std::transform(title_case.begin() + 1, title_case.end(), title_case.begin() + 1, to_ascii_lower);
        return language_.is(title_case, LexicalClass::ruler_name);
    }
    if (name > 0 && starts_upper(word) && is_class(name - 1, LexicalClass::ruler_title)) {
        return true;
    }
    if (!single && is_person(name)) {
        return true;
    }
    // "Hank Williams III" is a person, "Led Zeppelin III" is not.
    constexpr std::size_t max_name_length = 7;
    for (std::size_t first = name + 1; !single && first > 0 && name - (first - 1) < max_name_length;
         --first) {
        const auto index = first - 1;
        if (is_class(index, LexicalClass::given_name) || is_class(index, LexicalClass::ruler_name)) {
            return true;
        }
        const bool initial = text(index).size() == 1 && starts_upper(text(index)) && is_mark(index + 1, ".");
        if (initial) {
            return true;
        }
        const bool name_goes_on = is_any_mark(index, {"\"", "“", "”", "."}) || starts_upper(text(index));
        if (!name_goes_on) {
            return false;
        }
    }
    return false;
}

/// Whether the words after the numeral, or before the two of the name, are said of persons: "Zeb Marlow III
/// was born", "the drummer Delmar Pace II", "Kip Fenwick IV and Wiley Dunn III toured".
bool Classifier::is_person(std::size_t name) const {
    constexpr std::size_t noun_is_near = 3;
    if (name == 0 || !is_name_part(name) || !is_name_part(name - 1) ||
        is_class(name, LexicalClass::numbered_thing) || is_class(name - 1, LexicalClass::determiner)) {
        return false;
    }
    const std::size_t before = name > 1 && is_mark(name - 2, ",") ? name - 1 : name;
    if (before > 1) {
        std::string noun(text(before - 2)); // the drummer, Judge
        noun[0] = to_ascii_lower(noun[0]);
        if (language_.is(noun, LexicalClass::person_noun) || noun == language_.phrase("by")) {
            return true;
        }
    }
    constexpr std::size_t longest_list = 20; // lexemes
    auto next = index_ + 1;
    while (next < index_ + longest_list && (is_mark(next, ",") || text(next) == language_.phrase("and")) &&
           is_name_part(next + 1) && is_name_part(next + 2) && roman_value(text(next + 3)) != 0) {
        next += 4;
    }
    if (is_class(next, LexicalClass::person_verb)) {
        return true;
    }
    next += is_class(next, LexicalClass::finite_verb) || is_mark(next, "(") ? 1U : 0U;
    const auto readings = language_.abbreviations(text(next)); // (ts)
    const bool credit = is_mark(next - 1, "(") &&
                        std::any_of(readings.begin(), readings.end(), [](const Abbreviation& reading) {
                            return reading.context == Context::in_credits;
                        });
    if (credit || language_.lists("births", text(next))) {
        return true;
    }
    // "..., a lawyer," and "were cousins"
    const bool apposition = (is_mark(next, ",") && is_class(next + 1, LexicalClass::determiner)) ||
                            (next > 0 && is_class(next - 1, LexicalClass::finite_verb));
    for (auto noun = next; apposition && noun <= next + noun_is_near; ++noun) {
        const auto word = text(noun);
        const auto one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
        if (language_.is(word, LexicalClass::person_noun) || language_.is(one, LexicalClass::person_noun)) {
            return true;
        }
    }
    return false;
}

/// Whether the name of the ruler opens a clause, so that the numeral after it is no subject of its own:
/// "Charles I would", "when King George I said".
bool Classifier::opens_clause(std::size_t name) const {
    if (name == 0 || is_class(name - 1, LexicalClass::ruler_title) || is_number(name - 1) ||
        is_any_mark(name - 1, {";", ":"})) {
        return true;
    }
    // "After James I had died", "The court of Elizabeth I had"
    const bool phrase_of = name > 1 && text(name - 1) == language_.phrase("of") && open_quotes_ == 0 &&
                           is_class(0, LexicalClass::determiner);
    if (phrase_of) {
        return true;
    }
    if (name == 1 && open_quotes_ == 0 &&
        language_.lists("opening adverbs", text(0))) { // Then Charles I must
        return true;
    }
    std::string before(text(name - 1));
    before[0] = to_ascii_lower(before[0]);
    const bool coordinates = before == language_.phrase("and") || before == language_.phrase("or");
    if (!coordinates) {
        return language_.is(before, LexicalClass::conjunction) &&
               (!language_.is(before, LexicalClass::preposition) || is_verb(text(name + 3), language_));
    }
    const auto is_ruler_token = [](const Token& token) {
        const auto* ordinal = std::get_if<Ordinal>(&token.token_class);
        return ordinal != nullptr && ordinal->article;
    };
    return (name > 1 && is_mark(name - 2, ",")) ||
           std::any_of(tokens_.begin(), tokens_.end(), is_ruler_token);
}

/// An IV drip, IV fluids: not the numeral.
bool Classifier::read_infusion() {
    const bool article = index_ > 0 && text(index_ - 1) == language_.phrase("article before a vowel");
    const bool subject = index_ > 0 && is_class(index_ - 1, LexicalClass::determiner) && !degrees_seen_ &&
                         !starts_upper(text(index_ + 1)) &&
                         !is_class(index_ + 1, LexicalClass::ordinal_thing) &&
                         !is_class(index_ + 1, LexicalClass::harmony) && !is_number(index_ + 1);
    return text(index_) == "IV" && !follows_numbered_thing(index_) &&
           (article || subject || is_class(index_ + 1, LexicalClass::infusion)) &&
           take(Letters{text(index_), false}, index_ + 1);
}

/// Whether the numeral is among the next lexemes, or among the previous ones.
bool Classifier::has_roman_near(std::string_view numeral, bool next) const {
    constexpr std::size_t far = 60;
    const auto first = next ? index_ : index_ - std::min(index_, far);
    const auto last = next ? std::min(lexemes_.size(), index_ + far) : index_;
    for (auto index = first; index < last; ++index) {
        if (is_word(index) && text(index) == numeral) {
            return true;
        }
    }
    return false;
}

/// I. Allegro; II. Andante
bool Classifier::read_roman_item() {
    const auto value = roman_value(text(index_));
    const bool opens = index_ == 0 || is_any_mark(index_ - 1, {";", ":", "(", ",", "–", "—", "•"});
    // "(V. Spivakov, violin)" has no item before it.
    if (index_ > 0 && is_mark(index_ - 1, "(") && text(index_).size() == 1 && value != 1) {
        return false;
    }
    const bool stop =
        is_mark(index_ + 1, ".") && is_glued(index_ + 1) && is_word(index_ + 2) && !is_glued(index_ + 2);
    if (value == 0 || value >= latest_ruler || !opens || !stop || !starts_upper(text(index_ + 2))) {
        return false;
    }
    // A lone "I." may be an initial; a list has a next or a previous item.
    const bool listed =
        is_class(index_ + 2, LexicalClass::movement_title) ||
        (value == 1 ? has_roman_near("II", true) : has_roman_near(value == 5 ? "IV" : "IX", false));
    if (text(index_).size() == 1 && !listed) {
        return false;
    }
    return take(Number{std::to_string(value), {}, false, false}, index_ + 1);
}

/// Act II, scene iii; pages iii–vii: numerals in small letters after a counted noun.
bool Classifier::read_small_roman() {
    std::string numeral(text(index_));
    if (numeral.find_first_not_of("ivxlc") != std::string::npos || index_ == 0) {
        return false;
    }
    std::transform(numeral.begin(), numeral.end(), numeral.begin(), to_ascii_upper);
    const auto value = roman_value(numeral);
    const bool range = is_dash(index_ - 1) && is_glued(index_ - 1) && tokens_.size() > 1 &&
                       numeral.size() > 1 &&
                       std::holds_alternative<Number>(tokens_[tokens_.size() - 2].token_class);
    // "Grove, xii, 345", "the ii chord"; some of them are words elsewhere.
    const bool sure = numeral.size() > 1 && numeral.find_first_not_of("IVX") == std::string::npos &&
                      numeral != "VI" && numeral != "XI" && numeral != "XX";
    const bool page = range || sure || is_class(index_ + 1, LexicalClass::harmony) ||
                      is_class(word_before(index_), LexicalClass::numbered_thing);
    return value != 0 && page && take(Number{std::to_string(value), {}, false, false}, index_ + 1);
}

/// "James VI and I", "Louis XIV, XV and XVI": the rulers go on after a first one.
bool Classifier::read_further_ruler(unsigned value) {
    const bool joined = is_any_mark(index_ - 1, {",", "&"}) || text(index_ - 1) == language_.phrase("and");
    if (!joined || tokens_.size() < 2) {
        return false;
    }
    const auto* ruler = std::get_if<Ordinal>(&tokens_[tokens_.size() - 2].token_class);
    // "George V and I met" is about oneself.
    const bool pronoun = text(index_) == "I" && is_word(index_ + 1) && starts_lower(text(index_ + 1)) &&
                         !is_class(index_ + 1, LexicalClass::preposition);
    return ruler != nullptr && !pronoun && take(Ordinal{value, false, false}, index_ + 1);
}

/// Henry VIII, Act III, World War II, Sam II, the XIX century
bool Classifier::read_roman() {
    if (read_small_roman() || read_infusion()) {
        return true;
    }
    auto numeral = text(index_);
    const bool ordinal = numeral.size() > 3 && (numeral.ends_with("th") || numeral.ends_with("st") ||
                                                numeral.ends_with("nd") || numeral.ends_with("rd"));
    numeral.remove_suffix(ordinal ? 2 : 0);
    const char first = numeral[0];
    if (std::string_view("IVXLCDM").find(first) == std::string_view::npos) {
        return false;
    }
    const auto value = roman_value(numeral);
    const auto* sign = last_token<Entry>();
    const bool code = sign != nullptr && sign->spoken == language_.phrase("number sign") &&
                      is_dash(index_ + 1) && is_glued(index_ + 1) && is_number(index_ + 2); // no. LX-88
    const bool glued = index_ > 0 && is_glued(index_) && !is_dash(index_ - 1) &&
                       !is_any_mark(index_ - 1, {"(", "/", ".", "♭", "♯"});
    if (value == 0 || glued || code) {
        return false;
    }
    if (ordinal || is_class(index_ + 1, LexicalClass::ordinal_thing) ||
        (is_dash(index_ + 1) && is_class(index_ + 2, LexicalClass::ordinal_thing))) {
        return take(Ordinal{value, false, false}, index_ + 1);
    }
    if (numeral.size() > 3 && value >= earliest_year) {
        return take(Year{value, false}, index_ + 1);
    }
    const bool single = numeral.size() == 1;
    if (index_ == 0) {
        // A heading, as numbers of chapters are: "III", "IV: The end".
        const bool heading = lexeme(1) == nullptr || is_any_mark(1, {":", "–", "—"}) ||
                             (is_mark(1, ".") && lexeme(2) == nullptr);
        const bool counts = !single && numeral.find_first_not_of("IVXL") == std::string_view::npos;
        return heading && counts && take(Number{std::to_string(value), {}, false, false}, index_ + 1);
    }
    // The chord on a lowered degree: ♭VII
    if (is_any_mark(index_ - 1, {"♭", "♯"}) && is_glued(index_)) {
        return take(Number{std::to_string(value), {}, false, false}, index_ + 1);
    }
    const bool before_code = is_number(index_ + 1) && !is_mark(index_ + 1, ".");
    // "Side C" and "Studio D" have letters: numerals that large do not occur alone.
    const bool letter = single && std::string_view("IVX").find(first) == std::string_view::npos;
    const bool maybe_pronoun = numeral == "I" && is_class(index_ + 1, LexicalClass::first_person);
    if (follows_numbered_thing(index_) && !before_code && !letter && !maybe_pronoun) {
        return take(Number{std::to_string(value), {}, false, false}, index_ + 1);
    }
    // The XVI Competition
    if (!single && value < latest_ruler * 3 && is_class(index_ - 1, LexicalClass::determiner) &&
        starts_upper(text(index_ + 1)) && numeral.find_first_not_of("IVX") == std::string_view::npos) {
        return take(Ordinal{value, false, false}, index_ + 1);
    }
    const bool ruler_numeral =
        value < latest_ruler && std::string_view("IVX").find(first) != std::string_view::npos;
    const bool after_quote = is_any_mark(index_ - 1, {"\"", "”", "’", "'"}) && index_ > 1;
    const std::size_t name = after_quote ? index_ - 2 : index_ - 1;
    const bool pronoun = maybe_pronoun && !(is_class(name, LexicalClass::ruler_name) && opens_clause(name));
    if (ruler_numeral && read_further_ruler(value)) {
        return true;
    }
    if (!ruler_numeral || pronoun) {
        return false;
    }
    if (!is_ruler(name, single)) {
        // It is a numeral, so it is not spelled out.
        const bool numeral_only = !single && numeral.find_first_not_of("IVX") == std::string_view::npos;
        return numeral_only && take(Number{std::to_string(value), {}, false, false}, index_ + 1);
    }
    return take(Ordinal{value, true, false}, index_ + 1);
}

} // namespace recital
