// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/days_of_month.h"

#include "text/classes/times/date_parts.h"

#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// Whether the piece joins two days: 3 and 4 May, 1/13 March, from 3 to 9 May.
bool joins_days(const Cursor& cursor, std::size_t index) {
    const auto& language = cursor.language();
    const auto joint = cursor.text(index);
    const bool slash = joint == "/" && cursor.is_glued(index) && cursor.is_glued(index + 1);
    return slash || joint == "&" || joint == language.phrase("and") || joint == language.phrase("or") ||
           joint == language.phrase("range");
}

} // namespace

std::size_t after_more_days(const Cursor& cursor, std::size_t index) {
    constexpr std::size_t max_lexemes = 24;
    auto next = index;
    bool joined = false;
    while (!joined && next < index + max_lexemes && (joins_days(cursor, next) || cursor.is_mark(next, ",")) &&
           after_day(cursor, next + 1) != next + 1) {
        joined = !cursor.is_mark(next, ",");
        next = after_day(cursor, next + 1);
    }
    return joined ? next : index;
}

bool take_days(Cursor& cursor, std::size_t after, bool article) {
    while (cursor.index() < after) {
        if (const auto number = day_at(cursor, cursor.index())) {
            cursor.take(Ordinal{*number, article, false, false}, after_day(cursor, cursor.index()));
            article = false;
        } else if (cursor.is_mark(cursor.index(), ",")) {
            cursor.take(Punctuation{','}, cursor.index() + 1);
        } else if (cursor.is_mark(cursor.index(), "/")) {
            cursor.take(Silent{}, cursor.index() + 1);
        } else {
            cursor.take(cursor.is_mark(cursor.index(), "&")
                            ? TokenClass(Entry{cursor.language().symbol("&")})
                            : TokenClass(PlainWord{cursor.text(cursor.index())}),
                        cursor.index() + 1);
        }
    }
    return true;
}

bool recognise_days_of_month(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (language.phrase("day first").find("{ordinal}") == std::string_view::npos) {
        return false;
    }
    const auto after = after_more_days(cursor, after_day(cursor, here));
    if (after <= after_day(cursor, here)) {
        return false;
    }
    const auto month = cursor.text(after) == language.phrase("of") ? after + 1 : after;
    if (cursor.is_glued(month) || after_month(cursor, month) == month ||
        cursor.is_class(month, LexicalClass::ordinary_word)) {
        return false;
    }
    const bool article = takes_article(cursor, here);
    const bool ending = after > 0 && language.is_ordinal_ending(cursor.text(after - 1));
    take_days(cursor, after - (ending ? 2 : 1), article);
    const auto year = cursor.is_mark(after_month(cursor, month), ",") ? after_month(cursor, month) + 1
                                                                      : after_month(cursor, month);
    const bool has_year =
        cursor.small_number(year) && cursor.text(year).size() == year_digits && !cursor.is_glued(year);
    Date date{*day_at(cursor, cursor.index()), language.possible_month(cursor.text(month)), std::nullopt,
              true, false};
    if (has_year) {
        date.year = *cursor.small_number(year);
    }
    return cursor.take(date, has_year ? year + 1 : after_month(cursor, month));
}

} // namespace recital
