// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/precedence.h"

#include "text/classes/codes/code.h"
#include "text/classes/codes/postal_code.h"
#include "text/classes/codes/serial_number.h"
#include "text/classes/codes/telephone.h"
#include "text/classes/codes/version.h"
#include "text/classes/marks/dash.h"
#include "text/classes/marks/elision.h"
#include "text/classes/marks/plus.h"
#include "text/classes/marks/punctuation.h"
#include "text/classes/marks/quotation_mark.h"
#include "text/classes/marks/stroke.h"
#include "text/classes/marks/symbol.h"
#include "text/classes/measures/angle.h"
#include "text/classes/measures/inch_mark.h"
#include "text/classes/measures/power.h"
#include "text/classes/money/money.h"
#include "text/classes/money/shillings.h"
#include "text/classes/music/chord.h"
#include "text/classes/music/dynamic.h"
#include "text/classes/music/harmony.h"
#include "text/classes/music/key.h"
#include "text/classes/music/note_value.h"
#include "text/classes/music/work_number.h"
#include "text/classes/names/abbreviation.h"
#include "text/classes/names/address.h"
#include "text/classes/names/edited_word.h"
#include "text/classes/names/hashtag.h"
#include "text/classes/names/initialism.h"
#include "text/classes/names/initials.h"
#include "text/classes/names/letter.h"
#include "text/classes/names/note_mark.h"
#include "text/classes/names/romanised_name.h"
#include "text/classes/names/stylised_name.h"
#include "text/classes/names/word.h"
#include "text/classes/numbers/cardinal.h"
#include "text/classes/numbers/decimal.h"
#include "text/classes/numbers/fraction.h"
#include "text/classes/numbers/model.h"
#include "text/classes/numbers/number_sign.h"
#include "text/classes/numbers/ordinal.h"
#include "text/classes/numbers/rating.h"
#include "text/classes/numbers/ratio.h"
#include "text/classes/numbers/roman_numeral.h"
#include "text/classes/numbers/vulgar_fraction.h"
#include "text/classes/pattern.h"
#include "text/classes/times/date.h"
#include "text/classes/times/days_of_month.h"
#include "text/classes/times/decade.h"
#include "text/classes/times/duration.h"
#include "text/classes/times/numeric_date.h"
#include "text/classes/times/time_of_day.h"
#include "text/classes/times/year.h"

#include <array>
#include <cstddef>

namespace recital {

namespace {

constexpr unsigned word_kind = kind_bit(LexemeKind::word);
constexpr unsigned possessive_kind = kind_bit(LexemeKind::possessive);
constexpr unsigned number_kind = kind_bit(LexemeKind::number);
constexpr unsigned mark_kind = kind_bit(LexemeKind::mark);
constexpr unsigned any_kind = word_kind | possessive_kind | number_kind | mark_kind;

constexpr std::array table{std::to_array<Recogniser>({
    // Before all others: what a language says in its own way, and what spans lexemes of several kinds.
    {"pattern", any_kind, recognise_pattern},
    {"edited word", word_kind | mark_kind, recognise_edited_word},
    {"bracketed plural", word_kind, recognise_bracketed_plural},
    {"work number", word_kind, recognise_work_number},
    {"stylised name", any_kind, recognise_stylised_name},
    {"telephone number", mark_kind, recognise_telephone},
    {"address", word_kind | number_kind, recognise_address},
    {"note mark", mark_kind, recognise_note_mark},

    {"shillings", number_kind, recognise_shillings},
    {"time by letter", number_kind, recognise_time_by_letter},
    {"duration by letters", number_kind, recognise_duration_by_letters},
    {"roman month", number_kind, recognise_roman_month},
    {"month and day", number_kind, recognise_month_and_day},
    {"month and year", number_kind, recognise_month_and_year},
    {"hyphenated date", number_kind, recognise_hyphenated_date},
    {"numeric date", number_kind, recognise_numeric_date},
    {"days of a month", number_kind, recognise_days_of_month},
    {"date", number_kind, recognise_date_from_day},
    {"military time", number_kind, recognise_military_time},
    {"minutes and seconds", number_kind, recognise_minutes_and_seconds},
    {"time of day", number_kind, recognise_time_of_day},
    {"ratio", number_kind, recognise_ratio},
    {"rating", number_kind, recognise_rating},
    {"ordinal", number_kind, recognise_ordinal},
    {"seconds", number_kind, recognise_seconds},
    {"plural number", number_kind, recognise_plural_number},
    {"decade", number_kind, recognise_decade},
    {"fraction", number_kind, recognise_fraction},
    {"angle", number_kind, recognise_angle},
    {"duration by primes", number_kind, recognise_duration_by_primes},
    {"feet and inches", number_kind, recognise_foot_and_inch},
    {"money", number_kind, recognise_money_after},
    {"postal code", number_kind, recognise_postal_code},
    {"serial number", number_kind, recognise_serial_number},
    {"grouped digits", number_kind, recognise_grouped_digits},
    {"version", number_kind, recognise_version},
    {"thousands with points", number_kind, recognise_grouped_by_points},
    {"code", number_kind, recognise_code},
    {"code with letters", number_kind, recognise_code_suffix},
    {"digits in a name", number_kind, recognise_digits_in_name},
    {"year", number_kind, recognise_year},
    {"cardinal", number_kind, recognise_cardinal},

    {"romanised name", word_kind, recognise_romanised_name},
    {"money", word_kind, recognise_money},
    {"formula", word_kind, recognise_formula},
    {"date", word_kind, recognise_date_from_month},
    {"abbreviation", word_kind, recognise_abbreviation},
    {"bare number sign", word_kind, recognise_bare_number_sign},
    {"dynamic", word_kind, recognise_dynamic},
    {"progression", word_kind, recognise_progression},
    {"degrees", word_kind, recognise_degrees},
    {"roman numeral of an item", word_kind, recognise_roman_item},
    {"initials", word_kind, recognise_initials},
    {"chord", word_kind, recognise_chord},
    {"key", word_kind, recognise_key},
    {"roman numeral in small letters", word_kind, recognise_small_roman_numeral},
    {"infusion", word_kind, recognise_infusion},
    {"roman numeral", word_kind, recognise_roman_numeral},
    {"initialism", word_kind, recognise_initialism},
    {"letter", word_kind, recognise_letter},
    {"word", word_kind, recognise_plain_word},

    {"possessive", possessive_kind, recognise_possessive},

    {"mark of a life", mark_kind, recognise_life_mark},
    {"angle quotation marks", mark_kind, recognise_angle_quote},
    {"stars", mark_kind, recognise_stars},
    {"money", mark_kind, recognise_money},
    {"doubtful year", mark_kind, recognise_doubtful_year},
    {"elision", mark_kind, recognise_elision},
    {"short year", mark_kind, recognise_short_year},
    {"number sign", mark_kind, recognise_number_sign},
    {"negative number", mark_kind, recognise_negative},
    {"leading point", mark_kind, recognise_leading_point},
    {"vulgar fraction", mark_kind, recognise_vulgar_fraction},
    {"hashtag", mark_kind, recognise_hashtag},
    {"dash", mark_kind, recognise_dash},
    {"stroke", mark_kind, recognise_stroke},
    {"plus", mark_kind, recognise_plus},
    {"punctuation", mark_kind, recognise_punctuation},
    {"full stop", mark_kind, recognise_full_stop},
    {"quotation mark", mark_kind, recognise_quotation_mark},
    {"bracket", mark_kind, recognise_bracket},
    {"note value", mark_kind, recognise_note_value},
    {"symbol", mark_kind, recognise_symbol},
    {"number character", mark_kind, recognise_number_character},
    {"unread mark", mark_kind, recognise_unread_mark},
})};

constexpr std::size_t count_of(LexemeKind kind) {
    std::size_t count = 0;
    for (const Recogniser& row : table) {
        count += (row.kinds & kind_bit(kind)) != 0 ? 1U : 0U;
    }
    return count;
}

/// The rows of one kind, in their order, so that others are not tried.
template <LexemeKind kind>
constexpr auto rows_of() {
    std::array<RecogniserFunction*, count_of(kind)> functions{};
    std::size_t count = 0;
    for (const Recogniser& row : table) {
        if ((row.kinds & kind_bit(kind)) != 0) {
            functions.at(count++) = row.recognise;
        }
    }
    return functions;
}

constexpr auto of_words = rows_of<LexemeKind::word>();
constexpr auto of_possessives = rows_of<LexemeKind::possessive>();
constexpr auto of_numbers = rows_of<LexemeKind::number>();
constexpr auto of_marks = rows_of<LexemeKind::mark>();

} // namespace

std::span<const Recogniser> precedence() noexcept {
    return table;
}

std::span<RecogniserFunction* const> recognisers_of(LexemeKind kind) noexcept {
    switch (kind) {
    case LexemeKind::word:
        return of_words;
    case LexemeKind::possessive:
        return of_possessives;
    case LexemeKind::number:
        return of_numbers;
    case LexemeKind::mark:
        return of_marks;
    }
    return {};
}

} // namespace recital
