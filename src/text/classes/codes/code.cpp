// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/codes/code.h"

#include "text/classes/measures/digit_group.h"
#include "text/classes/times/year.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace recital {

namespace {

/// Whether things or persons follow that a magnitude may count: 300k people, 5k LPs.
bool is_counted(const Cursor& cursor, std::size_t index) {
    const auto word = cursor.text(index);
    const bool initials =
        word.size() > 2 && word.back() == 's' && is_ascii_capitals(word.substr(0, word.size() - 1));
    return !cursor.is_glued(index) &&
           (is_plural(cursor, index) || cursor.is_class(index, LexicalClass::count_noun) ||
            cursor.language().lists("persons", word) || initials);
}

} // namespace

bool recognise_code(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t prefix_digits = 3;
    const auto last = last_of_group(cursor);
    const auto groups = (last - here) / 2 + 1;
    const bool telephone = groups == 2 && cursor.is_mark(here + 1, "-") &&
                           cursor.text(here).size() == prefix_digits &&
                           cursor.text(last).size() == year_digits;
    const bool pair = groups == 2 && cursor.is_mark(here + 1, "-") &&
                      cursor.text(here).size() == year_digits && cursor.text(last).size() == year_digits &&
                      !(is_year(cursor, here) && is_year(cursor, last));
    // RCA 47-6420
    const bool record = groups == 2 && cursor.is_mark(here + 1, "-") && cursor.text(here).size() == 2 &&
                        cursor.text(last).size() == year_digits && !is_year(cursor, last);
    if (record) {
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(Silent{}, cursor.index() + 1);
        return cursor.take(Digits{std::string(cursor.text(cursor.index())), false}, cursor.index() + 1);
    }
    if (groups > 2 || telephone || pair) {
        for (bool first = true; cursor.index() <= last; first = false) {
            if (!first) {
                cursor.take(Silent{}, cursor.index() + 1);
            }
            cursor.take(Digits{cursor.number_of(cursor.text(cursor.index())).whole +
                                   cursor.number_of(cursor.text(cursor.index())).fraction,
                               true},
                        cursor.index() + 1);
        }
        return true;
    }
    const auto written = cursor.text(here);
    if (written.size() > 1 && written[0] == '0' && cursor.number_of(written).fraction.empty()) {
        return cursor.take(Digits{cursor.number_of(written).whole, true}, here + 1);
    }
    return false;
}

bool recognise_code_suffix(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto next = here + 1;
    const auto letters = cursor.text(next);
    const bool magnitude = !language.magnitude_mark(letters).empty() &&
                           (cursor.is_mark(next + 1, "+") || is_counted(cursor, next + 1));
    const bool capitals = cursor.is_word(next) && cursor.is_glued(next) && letters.size() <= 3 &&
                          std::all_of(letters.begin(), letters.end(), is_ascii_upper);
    const bool one_small = cursor.is_word(next) && cursor.is_glued(next) && letters.size() == 1 &&
                           is_ascii_lower(letters[0]) && language.unit(letters) == nullptr;
    if (!(capitals || one_small) || magnitude || letters == "x" || !cursor.small_number(here) ||
        language.unit(letters) != nullptr) {
        return false;
    }
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    return cursor.take(Letters{cursor.text(cursor.index()), false}, cursor.index() + 1);
}

void verbalize(const Digits& digits, Verbalization& speech) {
    constexpr std::uint64_t ten = 10;
    constexpr std::uint64_t century = 100;
    constexpr std::size_t max_pairs_length = 4;
    const auto number = integer_of(digits.digits);
    speech.part();
    if (digits.single || digits.digits.size() > max_pairs_length || digits.digits.starts_with('0')) {
        speech.digits(digits.digits);
    } else if (number < century || number % century == 0 ||
               speech.language().phrase("digits in pairs") != "yes") {
        speech.cardinal(number);
    } else {
        speech.cardinal(number / century);
        if (number % century < ten) {
            speech.phrase("oh");
        }
        speech.cardinal(number % century);
    }
    if (digits.plural) {
        speech.attach_plural(speech.language().plural_rules());
    }
}

} // namespace recital
