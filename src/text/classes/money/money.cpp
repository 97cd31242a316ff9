// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/money/money.h"

#include "text/classes/measures/grouped_digits.h"
#include "text/classes/measures/magnitude.h"
#include "text/classes/measures/measure.h"
#include "text/classes/money/shillings.h"
#include "text/classes/numbers/cardinal.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// A mark of a currency and where the amount after it begins; null if there is none.
struct CurrencyPlace {
    const Currency* currency = nullptr;
    std::size_t amount = 0;
};

CurrencyPlace currency_at_cursor(const Cursor& cursor) {
    constexpr std::size_t max_lexemes = 3;
    const std::size_t here = cursor.index();
    CurrencyPlace place{nullptr, here};
    for (std::size_t count = max_lexemes; count > 0 && place.currency == nullptr; --count) {
        if (cursor.has(here + count - 1)) {
            place.currency = cursor.language().currency(cursor.span(here, here + count));
            place.amount = here + count;
        }
    }
    place.amount += cursor.is_word(place.amount - 1) && cursor.is_mark(place.amount, ".") ? 1U : 0U;
    return place;
}

/// The currency whose code follows the amount: $20 USD; null if there is none.
const Currency* code_after_amount(const Cursor& cursor, std::size_t index) {
    constexpr std::size_t code_letters = 3;
    const auto code = cursor.text(index);
    return cursor.is_word(index) && code.size() == code_letters &&
                   std::all_of(code.begin(), code.end(), is_ascii_upper)
               ? cursor.language().currency(code)
               : nullptr;
}

/// Whether the amount that ends before `next` belongs to a noun: a $5 bill, a $20-a-week job.
bool is_of_noun(const Cursor& cursor, std::size_t next) {
    const auto word = cursor.text(next);
    const bool article = cursor.index() > 0 && cursor.is_class(cursor.index() - 1, LexicalClass::determiner);
    const bool rate = cursor.is_mark(next, "-") && cursor.is_glued(next) &&
                      cursor.is_class(next + 1, LexicalClass::determiner);
    const auto& language = cursor.language();
    return article && (rate || (cursor.is_word(next) && starts_lower(word) &&
                                !language.is(word, LexicalClass::preposition) &&
                                !language.is(word, LexicalClass::conjunction) &&
                                !language.is(word, LexicalClass::singular_in_s)));
}

} // namespace

bool recognise_money(Cursor& cursor) {
    const std::size_t here = cursor.index();
    // A small letter is a mark after the amount only: 50p.
    if (!cursor.is_current(LexicalClass::opens_currency) ||
        (cursor.text(here).size() == 1 && starts_lower(cursor.text(here)))) {
        return false;
    }
    const auto place = currency_at_cursor(cursor);
    const bool point = cursor.is_mark(place.amount, ".") && cursor.is_glued(place.amount + 1);
    const std::size_t number = point ? place.amount + 1 : place.amount;
    if (place.currency == nullptr || !cursor.is_number(number)) {
        return false;
    }
    Money money{cursor.number_of(cursor.text(number)), {}, place.currency, false};
    if (point) {
        money.amount = {{}, money.amount.whole, false, false};
    }
    std::size_t next = number + 1;
    // "$5–10 million" says its unit once, at the end.
    if (cursor.is_dash(next) && cursor.is_glued(next) && cursor.is_number(next + 1) &&
        cursor.is_glued(next + 1)) {
        cursor.take(money.amount, next);
        cursor.take(Dash{false, false, false}, next + 1);
        money.amount = cursor.number_of(cursor.text(cursor.index()));
        next = cursor.index() + 1;
    }
    read_foreign_decimals(cursor, money.amount, next, true);
    money.magnitude = take_magnitude(cursor, next);
    if (const auto* named = code_after_amount(cursor, next)) {
        money.currency = named;
        ++next;
    }
    money.one = is_of_noun(cursor, next);
    const bool pounds = cursor.is_mark(here, "£");
    cursor.take(money, next);
    if (!pounds || !recognise_rest_of_pounds(cursor)) {
        recognise_rate(cursor);
    }
    return true;
}

bool recognise_money_after(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    auto amount = cursor.number_of(cursor.text(here));
    std::size_t next = here + 1;
    if (language.phrase("spaced groups") == "decimals") {
        read_spaced_groups(cursor, amount, next);
    }
    read_foreign_decimals(cursor, amount, next);
    const auto words = take_magnitude(cursor, next);
    const auto* currency = !cursor.has(next) ? nullptr : language.currency(cursor.text(next));
    const bool number_follows = cursor.is_number(next + 1) && cursor.is_glued(next + 1);
    const bool glued_letters = cursor.is_word(next) && cursor.text(next).size() == 1;
    if (currency == nullptr || number_follows || (glued_letters && !cursor.is_glued(next))) {
        return false;
    }
    const bool article = here > 0 && cursor.is_class(here - 1, LexicalClass::determiner);
    const bool one = article && is_noun(cursor, next + 1);
    return cursor.take(Money{std::move(amount), words, currency, one}, next + 1);
}

namespace {

/// The "of" between a magnitude and the currency: millions de dollars, millions d'euros.
void say_of(Verbalization& speech, std::string_view currency) {
    const bool vowel =
        !currency.empty() && std::string_view("aeiou").find(currency.front()) != std::string_view::npos;
    if (vowel && !speech.language().phrase("money of before a vowel").empty()) {
        speech.phrase("money of before a vowel");
        speech.elide();
    } else {
        speech.phrase("money of");
    }
}

} // namespace

void verbalize(const Money& money, Verbalization& speech) {
    const auto& currency = *money.currency;
    auto amount = money.amount;
    while (amount.fraction.size() > 2 && amount.fraction.back() == '0') {
        amount.fraction.pop_back();
    }
    const auto minor = amount.fraction.size() == 2 ? integer_of(amount.fraction) : 0;
    if (amount.fraction.find_first_not_of('0') == std::string::npos && money.magnitude.empty()) {
        amount.fraction.clear();
    }
    if (minor != 0 && money.magnitude.empty() && !currency.minor.one.empty()) {
        const auto whole = integer_of(amount.whole);
        if (whole != 0) {
            speech.say(speech.language().numbers().in_words(amount.whole));
            speech.say(whole == 1 || money.one ? currency.major.one : currency.major.many);
            speech.phrase("money and");
        }
        speech.cardinal(minor);
        speech.say(minor == 1 ? currency.minor.one : currency.minor.many);
        return;
    }
    verbalize(amount, speech);
    const bool one = money.one || (amount.whole == "1" && amount.fraction.empty() && money.magnitude.empty());
    const std::string_view name = one ? currency.major.one : currency.major.many;
    if (!money.magnitude.empty()) {
        speech.say(money.magnitude);
        say_of(speech, name);
    }
    speech.say(name);
}

} // namespace recital
