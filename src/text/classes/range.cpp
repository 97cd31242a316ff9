// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/range.h"

#include "text/classes/times/name_range.h"
#include "text/language/character.h"

#include <cstdint>
#include <string>
#include <variant>

namespace recital {

namespace {

enum class Amount { none, number, year, date, decade, time, money, ordinal, unit };

struct AmountOf {
    Amount operator()(const Number& /*number*/) const { return Amount::number; }
    Amount operator()(const Fraction& /*fraction*/) const { return Amount::number; }
    Amount operator()(const Digits& /*digits*/) const { return Amount::number; }
    Amount operator()(const Year& /*year*/) const { return Amount::year; }
    Amount operator()(const Date& /*date*/) const { return Amount::date; }
    Amount operator()(const Decade& /*decade*/) const { return Amount::decade; }
    Amount operator()(const Time& /*time*/) const { return Amount::time; }
    Amount operator()(const Money& /*money*/) const { return Amount::money; }
    Amount operator()(const Ordinal& /*ordinal*/) const { return Amount::ordinal; }
    Amount operator()(const UnitName& /*unit*/) const { return Amount::unit; }
    template <typename Other>
    Amount operator()(const Other& /*other*/) const {
        return Amount::none;
    }
};

Amount amount_of(const Token& token) {
    return std::visit(AmountOf{}, token.token_class);
}

bool is_calendar(Amount amount) {
    return amount == Amount::year || amount == Amount::date;
}

/// The amount of the token at the index; "a.m." or "p.m." after a time is skipped.
Amount left_amount(const std::vector<Token>& tokens, std::size_t index) {
    if (index == 0) {
        return Amount::none;
    }
    const bool half_day = std::holds_alternative<Letters>(tokens[index - 1].token_class) && index > 1 &&
                          std::holds_alternative<Time>(tokens[index - 2].token_class);
    return half_day ? Amount::time : amount_of(tokens[index - 1]);
}

bool is_range(const Dash& dash, Amount left, Amount right) {
    if (left == Amount::none || right == Amount::none || right == Amount::unit) {
        return false;
    }
    if ((!dash.spaced_before && !dash.spaced_after) ||
        (dash.spaced_before != dash.spaced_after && is_calendar(left) && is_calendar(right))) {
        return true;
    }
    // "It was No. 1 — 25 years later ..."
    if (dash.parts_clauses && !(is_calendar(left) && is_calendar(right))) {
        return false;
    }
    return dash.spaced_before && dash.spaced_after &&
           (left == right || (is_calendar(left) && is_calendar(right)));
}

/// (before 980 – 1042): a year of three digits after a word of time.
bool opens_early_range(const std::vector<Token>& tokens, std::size_t dash, const Language& language) {
    constexpr std::size_t digits = 3;
    const auto* number = std::get_if<Number>(&tokens[dash - 1].token_class);
    const auto* word = dash > 1 ? std::get_if<PlainWord>(&tokens[dash - 2].token_class) : nullptr;
    const auto* entry = dash > 1 ? std::get_if<Entry>(&tokens[dash - 2].token_class) : nullptr;
    const bool cued = (word != nullptr && language.is(word->written, LexicalClass::open_end)) ||
                      (entry != nullptr && language.is(entry->spoken, LexicalClass::open_end));
    return number != nullptr && number->whole.size() == digits && number->fraction.empty() && cued &&
           dash + 1 < tokens.size() && std::holds_alternative<Year>(tokens[dash + 1].token_class);
}

/// 75 % – 80 %
bool parts_same_units(const std::vector<Token>& tokens, std::size_t dash) {
    const auto* left = std::get_if<UnitName>(&tokens[dash - 1].token_class);
    const auto* right =
        dash + 2 < tokens.size() ? std::get_if<UnitName>(&tokens[dash + 2].token_class) : nullptr;
    return left != nullptr && right != nullptr && left->unit == right->unit;
}

/// "May 12–15" and "12–15 May": both are days, which some languages say as ordinals.
void resolve_days(Token& left, Token& right, bool article, const Language& language) {
    constexpr std::size_t max_digits = 2;
    if (language.phrase("day first").find("{ordinal}") == std::string_view::npos) {
        return;
    }
    const auto as_day = [](Token& token, bool says_article) {
        const auto* number = std::get_if<Number>(&token.token_class);
        if (number != nullptr && number->fraction.empty() && number->whole.size() <= max_digits) {
            token.token_class = Ordinal{std::stoul(number->whole), says_article, false};
        }
    };
    const auto* first = std::get_if<Date>(&left.token_class);
    const auto* last = std::get_if<Date>(&right.token_class);
    if (first != nullptr && first->day != 0 && !first->day_first && !first->year) {
        as_day(right, false);
    } else if (last != nullptr && last->day != 0 && last->day_first) {
        as_day(left, article);
    }
}

const PlainWord* word_at(const std::vector<Token>& tokens, std::size_t index) {
    return index < tokens.size() ? std::get_if<PlainWord>(&tokens[index].token_class) : nullptr;
}

/// Whether no noun is there that a number could count or an adjective could belong to.
bool phrase_ends(const std::vector<Token>& tokens, std::size_t index, const Language& language) {
    const auto* word = word_at(tokens, index);
    return word == nullptr || language.is(word->written, LexicalClass::preposition) ||
           language.is(word->written, LexicalClass::conjunction);
}

/// In 1890 – 91 she sang: whether a clause goes on, so that the number before it counts nothing.
bool clause_follows(const std::vector<Token>& tokens, std::size_t dash, const Language& language) {
    const auto* before = dash > 1 ? word_at(tokens, dash - 2) : nullptr;
    const auto* word = word_at(tokens, dash + 2);
    if (before == nullptr || word == nullptr || language.is(before->written, LexicalClass::finite_verb)) {
        return false;
    }
    std::string opener(word->written);
    opener[0] = to_ascii_upper(opener[0]);
    const bool pronoun = language.is(opener, LexicalClass::sentence_starter) && !opener.ends_with('s');
    const bool name = starts_upper(word->written);
    return (pronoun && !language.is(word->written, LexicalClass::count_noun)) || name;
}

/// 1890 – 91: a shortened second year after a dash with spaces.
bool joins_year(const std::vector<Token>& tokens, std::size_t dash, const Language& language) {
    constexpr std::uint64_t century = 100;
    const auto* first = std::get_if<Year>(&tokens[dash - 1].token_class);
    const auto* number =
        dash + 1 < tokens.size() ? std::get_if<Number>(&tokens[dash + 1].token_class) : nullptr;
    const auto* digits =
        dash + 1 < tokens.size() ? std::get_if<Digits>(&tokens[dash + 1].token_class) : nullptr; // 02
    const std::string last = number != nullptr && number->fraction.empty() && !number->negative
                                 ? number->whole
                                 : (digits != nullptr ? digits->digits : std::string());
    return first != nullptr && last.size() == 2 && std::stoul(last) > first->number % century &&
           (dash + 2 >= tokens.size() || amount_of(tokens[dash + 2]) == Amount::none) &&
           (phrase_ends(tokens, dash + 2, language) || clause_follows(tokens, dash, language));
}

/// Late 1990s – early 2000s, mid-1980s–mid-1990s
bool joins_decades(const std::vector<Token>& tokens, std::size_t dash, const Language& language) {
    const auto* word = word_at(tokens, dash + 1);
    const auto left = amount_of(tokens[dash - 1]);
    const bool hyphen =
        dash + 2 < tokens.size() && std::holds_alternative<Dash>(tokens[dash + 2].token_class);
    const std::size_t decade = dash + (hyphen ? 3 : 2);
    return (left == Amount::decade || left == Amount::year) && word != nullptr &&
           language.is(word->written, LexicalClass::year_cue) &&
           !language.is(word->written, LexicalClass::preposition) &&
           language.phrase("and") != word->written && decade < tokens.size() &&
           (amount_of(tokens[decade]) == Amount::decade || amount_of(tokens[decade]) == left);
}

/// 1957-58, 2018-9: the second number is the year's last figures, of which the first year has the others.
void shorten_year(const Token& left, Token& right) {
    constexpr std::uint64_t tens = 10;
    constexpr std::uint64_t century = 100;
    const auto* year = std::get_if<Year>(&left.token_class);
    const auto* number = std::get_if<Number>(&right.token_class);
    const auto* digits = std::get_if<Digits>(&right.token_class);
    if (year == nullptr || (number == nullptr && digits == nullptr) ||
        (number != nullptr && !number->fraction.empty())) {
        return;
    }
    const std::string& written = number != nullptr ? number->whole : digits->digits;
    if (written.size() == 2) {
        right.token_class = Year{std::stoul(written), true};
    } else if (written.size() == 1 && std::stoul(written) > year->number % tens && !year->two_digits) {
        right.token_class = Year{year->number % century / tens * tens + std::stoul(written), true};
    }
}

/// Whether the tokens from the index on are a note and its octave: E6, B♭2.
bool is_note(const std::vector<Token>& tokens, std::size_t index) {
    const auto* letters = index < tokens.size() ? std::get_if<Letters>(&tokens[index].token_class) : nullptr;
    if (letters == nullptr || letters->plural || letters->written.size() != 1 || letters->written[0] < 'A' ||
        letters->written[0] > 'G') {
        return false;
    }
    const bool accidental =
        index + 1 < tokens.size() && std::holds_alternative<Entry>(tokens[index + 1].token_class);
    const auto octave = index + (accidental ? 2 : 1);
    const auto* number = octave < tokens.size() ? std::get_if<Number>(&tokens[octave].token_class) : nullptr;
    return number != nullptr && number->whole.size() == 1 && number->fraction.empty() &&
           tokens[octave].begin <= tokens[octave - 1].end && tokens[octave - 1].begin <= tokens[index].end;
}

/// The voice spans A2–E6; not "up to C4—D4 was too high".
bool joins_notes(const std::vector<Token>& tokens, std::size_t dash) {
    const auto& mark = std::get<Dash>(tokens[dash].token_class);
    if (mark.spaced_before || mark.spaced_after || !is_note(tokens, dash + 1)) {
        return false;
    }
    const auto after = dash + (std::holds_alternative<Number>(tokens[dash + 2].token_class) ? 3 : 4);
    const bool word_follows =
        after < tokens.size() && std::holds_alternative<PlainWord>(tokens[after].token_class);
    return !(mark.parts_clauses && word_follows) &&
           ((dash > 1 && is_note(tokens, dash - 2)) || (dash > 2 && is_note(tokens, dash - 3)));
}

/// Whether a word or an entry after the dash may end a range of years: 1970s–present, 1600–c. 1650, 1984–his
/// death. "In 1957 – now a star – he left" goes on.
bool ends_in_words(const std::vector<Token>& tokens, std::size_t index, const Language& language) {
    const auto& dash = std::get<Dash>(tokens[index].token_class);
    const auto left = left_amount(tokens, index);
    const bool early_year = left == Amount::number && index + 2 < tokens.size() &&
                            (amount_of(tokens[index + 2]) == Amount::year ||
                             amount_of(tokens[index + 2]) == Amount::number); // c. 991 – after 1033
    if (index + 1 >= tokens.size() || (!is_calendar(left) && left != Amount::decade && !early_year)) {
        return false;
    }
    if (const auto* entry = std::get_if<Entry>(&tokens[index + 1].token_class)) {
        return language.is(entry->spoken, LexicalClass::open_end);
    }
    const auto* word = word_at(tokens, index + 1);
    const bool parts = dash.spaced_before || dash.parts_clauses;
    const bool goes_on = parts && !phrase_ends(tokens, index + 2, language);
    return word != nullptr && ((!goes_on && language.is(word->written, LexicalClass::open_end)) ||
                               (!parts && !dash.spaced_after && left == Amount::year &&
                                language.is(word->written, LexicalClass::determiner)));
}

} // namespace

void resolve_ranges(std::vector<Token>& tokens, const Language& language) {
    for (std::size_t index = 1; index < tokens.size(); ++index) {
        const auto* dash = std::get_if<Dash>(&tokens[index].token_class);
        if (dash == nullptr || parts_months(tokens, index, language)) {
            continue;
        }
        if (join_names(tokens, index, language)) {
            tokens[index].token_class = Entry{language.phrase("range")};
            continue;
        }
        const auto left = left_amount(tokens, index);
        const auto right = index + 1 < tokens.size() ? amount_of(tokens[index + 1]) : Amount::none;
        if (is_range(*dash, left, right) || parts_same_units(tokens, index) ||
            opens_early_range(tokens, index, language) || joins_year(tokens, index, language) ||
            joins_decades(tokens, index, language) || joins_notes(tokens, index)) {
            tokens[index].token_class = Entry{language.phrase("range")};
            const auto* word = index > 1 ? std::get_if<PlainWord>(&tokens[index - 2].token_class) : nullptr;
            const bool article = word != nullptr && word->written == language.phrase("ordinal article");
            resolve_days(tokens[index - 1], tokens[index + 1], !article, language);
            shorten_year(tokens[index - 1], tokens[index + 1]);
            continue;
        }
        const bool mark =
            index + 1 < tokens.size() && std::holds_alternative<Punctuation>(tokens[index + 1].token_class);
        if (ends_in_words(tokens, index, language)) {
            tokens[index].token_class = Entry{language.phrase("range")};
        } else if (mark && !dash->spaced_before && left == Amount::year) {
            tokens[index].token_class = Entry{language.phrase("open range")};
        }
    }
}

} // namespace recital
