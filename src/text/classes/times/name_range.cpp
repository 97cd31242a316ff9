// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/name_range.h"

#include <optional>
#include <string_view>
#include <variant>

namespace recital {

namespace {

/// What a word or an abbreviation says; empty for other classes.
std::string_view word_of(const Token& token) {
    if (const auto* word = std::get_if<PlainWord>(&token.token_class)) {
        return word->written;
    }
    const auto* entry = std::get_if<Entry>(&token.token_class);
    return entry != nullptr ? entry->spoken : std::string_view{};
}

/// The name of the day that the word is or shortens; empty if it is none.
std::string_view name_of_day(std::string_view word, const Language& language) {
    if (language.lists("days of the week", word)) {
        return word;
    }
    for (const Abbreviation& reading : language.abbreviations(word)) {
        if (language.lists("days of the week", reading.spoken)) {
            return reading.spoken;
        }
    }
    return {};
}

/// Mon–Fri, Mon – Fri; not "He left on Friday – Saturday was too late" and "on Sunday—Monday was".
bool join_days(Token& first, Token& last, bool apart, const Language& language) {
    const auto first_day = name_of_day(word_of(first), language);
    const auto last_day = first_day.empty() ? first_day : name_of_day(word_of(last), language);
    if (last_day.empty() || first_day == last_day || (apart && word_of(first) == first_day)) {
        return false;
    }
    first.token_class = Entry{first_day};
    last.token_class = Entry{last_day};
    return true;
}

/// The month that the token is or shortens; 0 if it is none, or has a day.
unsigned month_of(const Token& token, const Language& language) {
    if (const auto* date = std::get_if<Date>(&token.token_class)) {
        return date->day == 0 ? date->month : 0;
    }
    return language.month(word_of(token));
}

/// Jan–Mar, Jan–Mar 1969
bool join_months(Token& first, Token& last, const Language& language) {
    const auto first_month = month_of(first, language);
    const auto last_month = first_month == 0 ? 0 : month_of(last, language);
    if (last_month == 0 || first_month == last_month) {
        return false;
    }
    for (Token* token : {&first, &last}) {
        if (!std::holds_alternative<Date>(token->token_class)) {
            token->token_class = Date{0, month_of(*token, language), std::nullopt, false, true};
        }
    }
    return true;
}

} // namespace

bool parts_months(const std::vector<Token>& tokens, std::size_t dash, const Language& language) {
    const auto* mark = std::get_if<Dash>(&tokens[dash].token_class);
    if (mark == nullptr || !mark->parts_clauses || dash == 0 || dash + 2 >= tokens.size()) {
        return false;
    }
    const auto is_bare = [&](const Token& token) {
        const auto* date = std::get_if<Date>(&token.token_class);
        return month_of(token, language) != 0 && (date == nullptr || !date->year);
    };
    const auto next = word_of(tokens[dash + 2]);
    return is_bare(tokens[dash - 1]) && is_bare(tokens[dash + 1]) && !next.empty() &&
           !language.is(next, LexicalClass::preposition);
}

bool join_names(std::vector<Token>& tokens, std::size_t dash, const Language& language) {
    const auto& mark = std::get<Dash>(tokens[dash].token_class);
    const bool between = dash > 0 && dash + 1 < tokens.size() && mark.spaced_before == mark.spaced_after;
    const bool goes_on = dash + 2 < tokens.size() &&
                         std::holds_alternative<Dash>(tokens[dash + 2].token_class) &&
                         !std::get<Dash>(tokens[dash + 2].token_class).spaced_before;
    return between && !goes_on &&
           (join_days(tokens[dash - 1], tokens[dash + 1], mark.spaced_before || mark.parts_clauses,
                      language) ||
            (!parts_months(tokens, dash, language) &&
             join_months(tokens[dash - 1], tokens[dash + 1], language)));
}

} // namespace recital
