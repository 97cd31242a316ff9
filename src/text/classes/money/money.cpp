// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/money/money.h"

#include "text/classes/measures/grouped_digits.h"
#include "text/classes/measures/magnitude.h"
#include "text/classes/measures/measure.h"
#include "text/classes/numbers/cardinal.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace recital {

bool recognise_money(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t max_lexemes = 3;
    // A small letter is a mark after the amount only: 50p.
    const bool after_only = cursor.text(here).size() == 1 && starts_lower(cursor.text(here));
    if (!cursor.is_current(LexicalClass::opens_currency) || after_only) {
        return false;
    }
    std::size_t amount = here;
    const Currency* currency = nullptr;
    for (std::size_t count = max_lexemes; count > 0 && currency == nullptr; --count) {
        if (cursor.has(here + count - 1)) {
            currency = language.currency(cursor.span(here, here + count));
            amount = here + count;
        }
    }
    if (currency == nullptr) {
        return false;
    }
    if (cursor.is_word(amount - 1) && cursor.is_mark(amount, ".")) {
        ++amount;
    }
    const bool point = cursor.is_mark(amount, ".") && cursor.is_glued(amount + 1);
    const std::size_t number = point ? amount + 1 : amount;
    if (!cursor.is_number(number)) {
        return false;
    }
    Money money{cursor.number_of(cursor.text(number)), {}, currency, false};
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
    // "$20 USD"
    constexpr std::size_t code_letters = 3;
    const auto code = cursor.is_word(next) && cursor.text(next).size() == code_letters ? cursor.text(next)
                                                                                       : std::string_view{};
    if (const auto* named = code.empty() ? nullptr : language.currency(code);
        named != nullptr && std::all_of(code.begin(), code.end(), is_ascii_upper)) {
        money.currency = named;
        ++next;
    }
    const bool article = cursor.index() > 0 && cursor.is_class(cursor.index() - 1, LexicalClass::determiner);
    // "a $20-a-week job"
    const bool rate = cursor.is_mark(next, "-") && cursor.is_glued(next) &&
                      cursor.is_class(next + 1, LexicalClass::determiner);
    money.one = article && rate;
    money.one = money.one || (article && cursor.is_word(next) && starts_lower(cursor.text(next)) &&
                              !language.is(cursor.text(next), LexicalClass::preposition) &&
                              !language.is(cursor.text(next), LexicalClass::conjunction) &&
                              !language.is(cursor.text(next), LexicalClass::singular_in_s));
    cursor.take(money, next);
    recognise_rate(cursor);
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
