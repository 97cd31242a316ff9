// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/money/shillings.h"

#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>

namespace recital {

namespace {

constexpr unsigned shillings_in_pound = 20;
constexpr unsigned pence_in_shilling = 12;

/// A sum with strokes: 2/6, 3/6d, 10/-, and the rest of £1/10/6.
struct Sum {
    unsigned shillings = 0;
    unsigned pence = 0;
    std::size_t after = 0; ///< the lexemes of it; 0 if there is none
};

Sum sum_at(const Cursor& cursor, std::size_t index) {
    const auto stroke = index + 1;
    const auto last = index + 2;
    const auto shillings = cursor.small_number(index);
    if (!shillings || !cursor.is_mark(stroke, "/") || !cursor.is_glued(stroke) || !cursor.is_glued(last)) {
        return {};
    }
    if (cursor.is_any_mark(last, {"-", "–", "—"})) {
        const bool goes_on =
            cursor.is_glued(last + 1) && (cursor.is_word(last + 1) || cursor.is_number(last + 1));
        return goes_on ? Sum{} : Sum{*shillings, 0, last + 1};
    }
    const auto pence = cursor.small_number(last);
    const bool goes_on = cursor.is_mark(last + 1, "/") && cursor.is_glued(last + 1);
    return pence && *pence < pence_in_shilling && !goes_on ? Sum{*shillings, *pence, last + 1} : Sum{};
}

/// Whether a word of prices precedes: price 6d, cost 2/6, a fee of 5/-.
bool is_priced(const Cursor& cursor) {
    constexpr std::size_t near = 16; // lexemes
    const std::size_t here = cursor.index();
    for (auto index = here - std::min(here, near); index < here; ++index) {
        // "Tickets for 9/9 go on sale": a date.
        const bool dated =
            index + 2 == here && cursor.language().lists("before lengths", cursor.text(here - 1));
        if (cursor.is_mark(index, "£") || (!dated && cursor.language().lists("prices", cursor.text(index)))) {
            return true;
        }
    }
    return false;
}

/// Whether it is called by a date: the 12/6 show; or the sentence has sums of another money.
bool is_no_price(const Cursor& cursor, std::size_t after) {
    bool other = cursor.index() > 0 && cursor.is_class(cursor.index() - 1, LexicalClass::determiner) &&
                 !cursor.language().lists("prices", cursor.text(after));
    for (std::size_t index = 0; index < cursor.size(); ++index) {
        other = other ||
                (!cursor.is_mark(index, "£") && cursor.language().currency(cursor.text(index)) != nullptr);
    }
    return other;
}

/// Whether a number over another cannot be a part or a metre: 7/6, 2/6; not 2/3, 6/8 and 1/2 of it.
bool is_no_fraction(const Cursor& cursor, const Sum& sum) {
    const bool note_value = sum.pence == 2 || sum.pence == 4 || sum.pence == 8;
    const bool rating = (sum.pence == 5 || sum.pence == 10) && sum.shillings <= sum.pence;
    const bool of = cursor.text(sum.after) == cursor.language().phrase("of");
    const auto before = cursor.index() > 0 ? cursor.text(cursor.index() - 1) : std::string_view{};
    const bool date = !before.empty() && cursor.language().phrase("on day") == before; // paid on 2/6
    return !note_value && !rating && !of && !date &&
           (sum.shillings >= sum.pence || std::gcd(sum.shillings, sum.pence) > 1);
}

/// Says the number and the unit of the lexemes from the current one on, and stays.
void add_amount(Cursor& cursor, unsigned number, std::string_view unit, std::size_t after) {
    const auto begin = cursor.lexeme(cursor.index()).begin;
    const auto end = cursor.lexeme(after - 1).end();
    cursor.add(Number{std::to_string(number), {}, false, false}, begin, end);
    cursor.add(UnitName{cursor.language().unit(unit), number == 1}, begin, end);
}

/// Takes "ten shillings and six pence" for the lexemes up to `sum.after`. Returns true.
bool take_sum(Cursor& cursor, const Sum& sum) {
    const auto begin = cursor.lexeme(cursor.index()).begin;
    if (sum.shillings != 0) {
        add_amount(cursor, sum.shillings, "£s", sum.after);
    }
    if (sum.pence != 0) {
        cursor.add(Entry{cursor.language().phrase("and")}, begin, begin);
        add_amount(cursor, sum.pence, "£d", sum.after);
    }
    return cursor.go_to(sum.after);
}

/// The index after the "s" or "d" and the full stop that shortens it; the last of a sentence ends it.
std::size_t after_letter(const Cursor& cursor, std::size_t letter) {
    const auto stop = letter + 1;
    return cursor.is_mark(stop, ".") && cursor.is_glued(stop) && cursor.has(stop + 1) ? stop + 1 : stop;
}

/// 2/6, 3/6d, 10/-
bool recognise_stroked_sum(Cursor& cursor) {
    const std::size_t here = cursor.index();
    Sum sum = sum_at(cursor, here);
    if (sum.after == 0 ||
        (here > 0 && cursor.is_glued(here) && !cursor.is_any_mark(here - 1, {"(", "[", "“"}))) {
        return false;
    }
    const bool pence = cursor.is_mark(sum.after, "d") && cursor.is_glued(sum.after);
    const bool sure = pence || cursor.lexeme(sum.after - 1).kind == LexemeKind::mark;
    if (sum.shillings == 0 ||
        (!sure && (!is_no_fraction(cursor, sum) || !is_priced(cursor) || is_no_price(cursor, sum.after)))) {
        return false;
    }
    sum.after = pence ? after_letter(cursor, sum.after) : sum.after;
    return take_sum(cursor, sum);
}

/// Price 5d
bool recognise_pence(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto number = cursor.small_number(here);
    const bool written = number && *number > 0 && *number < pence_in_shilling &&
                         cursor.is_mark(here + 1, "d") && cursor.is_glued(here + 1) &&
                         !(cursor.is_glued(here + 2) && cursor.is_word(here + 2));
    const bool ordinal = here > 0 && (cursor.is_class(here - 1, LexicalClass::determiner) ||
                                      cursor.is_class(here - 1, LexicalClass::ruler_name) ||
                                      cursor.is_kind(here - 1, LexemeKind::possessive)); // the 3d volume
    const bool solid = number == 3U && is_noun(cursor, here + 2); // the price of 3d glasses
    if (!written || ordinal || solid || !is_priced(cursor)) {
        return false;
    }
    const auto after = after_letter(cursor, here + 1);
    add_amount(cursor, *number, "£d", after);
    return cursor.go_to(after);
}

} // namespace

bool recognise_rest_of_pounds(Cursor& cursor) {
    const std::size_t stroke = cursor.index();
    const auto sum = sum_at(cursor, stroke + 1);
    if (!cursor.is_mark(stroke, "/") || !cursor.is_glued(stroke) || !cursor.is_glued(stroke + 1) ||
        sum.after == 0 || sum.shillings >= shillings_in_pound || cursor.language().unit("£s") == nullptr) {
        return false;
    }
    return take_sum(cursor, sum);
}

bool recognise_shillings(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (language.unit("£s") == nullptr || language.unit("£d") == nullptr || !cursor.small_number(here)) {
        return false;
    }
    if (recognise_stroked_sum(cursor) || recognise_pence(cursor)) {
        return true;
    }
    const auto* before = cursor.last_token<UnitName>();
    const bool in_sum =
        cursor.last_token<Money>() != nullptr || (before != nullptr && before->unit == language.unit("£s"));
    const auto is_glued_to = [&](std::size_t index, std::string_view mark) {
        return cursor.small_number(index) && cursor.is_mark(index + 1, mark) && cursor.is_glued(index + 1);
    };
    const bool shillings = is_glued_to(here, "s");
    const auto after = cursor.is_mark(here + 2, ".") ? here + 3 : here + 2;
    const bool both = shillings && is_glued_to(after, "d");
    const bool alone = shillings && *cursor.small_number(here) < shillings_in_pound &&
                       cursor.is_mark(here + 2, ".") && cursor.is_glued(here + 2) && is_priced(cursor) &&
                       !cursor.is_class(here - 1, LexicalClass::determiner) &&
                       cursor.text(here - 1) != language.phrase("in"); // paid 5s. each
    if (!(both || alone || (in_sum && (shillings || is_glued_to(here, "d"))))) {
        return false;
    }
    const auto* unit = language.unit(shillings ? "£s" : "£d");
    const bool one = *cursor.small_number(here) == 1;
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    return cursor.take(UnitName{unit, one}, after_letter(cursor, cursor.index()));
}

} // namespace recital
