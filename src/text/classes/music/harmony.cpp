// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/harmony.h"

#include "text/language/character.h"
#include "text/language/roman_numeral.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// 1 to 7 for the numeral of a degree, otherwise 0. A minor chord has small letters: ii, vi.
unsigned degree_of(std::string_view numeral) {
    constexpr std::array<std::string_view, 5> minors{"ii", "iii", "iv", "vi", "vii"};
    std::string capitals(numeral);
    if (std::find(minors.begin(), minors.end(), numeral) != minors.end()) {
        std::transform(capitals.begin(), capitals.end(), capitals.begin(), to_ascii_upper);
    }
    const auto value = roman_value(capitals);
    return value <= degrees ? value : 0;
}

/// The index after the degrees that are listed from the index: I, IV and V; I to V; V7; the index itself if
/// there are none. `several` tells whether there is more than one.
std::size_t after_degrees(const Cursor& cursor, std::size_t index, bool& several) {
    const auto& language = cursor.language();
    several = false;
    std::size_t after = index;
    for (auto next = index; cursor.is_word(next) && degree_of(cursor.text(next)) != 0;) {
        several = next != index;
        after = next + 1;
        after += cursor.small_number(after) && cursor.is_glued(after) ? 1U : 0U;
        next = after;
        next += cursor.is_mark(next, ",") ? 1U : 0U;
        const auto joint = cursor.text(next);
        const bool joined = joint == language.phrase("and") || joint == language.phrase("or") ||
                            joint == language.phrase("range") || joint == language.phrase("of") ||
                            joint == "/" || joint == "&";
        next += joined ? 1U : 0U;
        next += joined && cursor.is_class(next, LexicalClass::determiner) ? 1U : 0U; // from the I to the IV
        if (next == after) {
            break;
        }
    }
    return after;
}

} // namespace

bool recognise_degrees(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (degree_of(cursor.text(here)) == 0 ||
        (here > 0 && cursor.is_glued(here) && !cursor.is_mark(here - 1, "("))) {
        return false;
    }
    bool several = false;
    const auto after = after_degrees(cursor, here, several);
    const bool before_noun = cursor.is_class(after, LexicalClass::harmony);
    const std::size_t noun = here > 1 && cursor.is_mark(here - 1, "(") ? here - 2 : here - 1; // tonic (I)
    const bool after_noun = here > 0 && cursor.is_class(noun, LexicalClass::harmony) &&
                            (several || cursor.text(here) != "I" || !cursor.is_word(here + 1));
    const bool named =
        here > 0 && (starts_upper(cursor.text(here - 1)) || follows_numbered_thing(cursor, here));
    const bool leads = (cursor.text(here + 1) == language.phrase("range") ||
                        (cursor.text(here + 1) == language.phrase("of") && cursor.text(here) != "I")) &&
                       several && !named;
    const bool determined = here > 0 && cursor.is_class(here - 1, LexicalClass::determiner);
    const bool both =
        determined && several && cursor.is_class(here + 2, LexicalClass::determiner); // the I and the vi
    const bool seventh =
        determined && cursor.is_glued(here + 1) && cursor.is_any_mark(here + 1, {"7", "9"}); // a V7
    const bool again =
        cursor.state().degrees_seen && !named && (cursor.text(here) != "I" || !cursor.is_word(here + 1));
    if (!(before_noun || after_noun || leads || both || seventh || again)) {
        return false;
    }
    cursor.state().degrees_seen = true;
    while (cursor.index() < after) {
        const auto written = cursor.text(cursor.index());
        if (cursor.is_number(cursor.index())) {
            cursor.take(cursor.number_of(written), cursor.index() + 1);
        } else if (const auto degree = degree_of(written); degree != 0) {
            cursor.take(Number{std::to_string(degree), {}, false, false}, cursor.index() + 1);
        } else if (written == "/") {
            cursor.take(Entry{language.phrase("of")}, cursor.index() + 1);
        } else if (written == ",") {
            cursor.take(Punctuation{','}, cursor.index() + 1);
        } else {
            cursor.take(written == "&" ? TokenClass(Entry{language.symbol("&")})
                                       : TokenClass(PlainWord{written}),
                        cursor.index() + 1);
        }
    }
    return true;
}

bool recognise_progression(Cursor& cursor) {
    const std::size_t here = cursor.index();
    std::vector<unsigned> values;
    bool small = false;
    std::size_t after = here;
    for (auto next = here;;) {
        std::string numeral(cursor.text(next));
        small = small || (!numeral.empty() && is_ascii_lower(numeral[0]));
        std::transform(numeral.begin(), numeral.end(), numeral.begin(), to_ascii_upper);
        const auto value = cursor.is_word(next) ? roman_value(numeral) : 0;
        if (value == 0 || value > degrees) {
            break;
        }
        values.push_back(value);
        after = next + 1;
        after += cursor.small_number(after) && cursor.is_glued(after) ? 1U : 0U;
        if (!cursor.is_dash(after) || !cursor.is_glued(after) || !cursor.is_glued(after + 1)) {
            break;
        }
        next = after + 1;
    }
    constexpr std::size_t sure = 3;
    const bool falls = values.size() > 1 && values.back() < values.front();
    const bool counts_on = follows_numbered_thing(cursor, here);
    const bool ends_here = here == 0 || !cursor.is_dash(here - 1);
    const bool harmony = cursor.is_class(after, LexicalClass::harmony) ||
                         (here > 0 && cursor.is_class(here - 1, LexicalClass::harmony));
    if (values.size() < 2 || counts_on || !ends_here ||
        !(values.size() >= sure || small || falls || harmony)) {
        return false;
    }
    std::size_t degree = 0;
    while (cursor.index() < after) {
        if (cursor.is_number(cursor.index())) {
            cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        } else if (cursor.is_word(cursor.index())) {
            cursor.take(Number{std::to_string(values[degree++]), {}, false, false}, cursor.index() + 1);
        } else {
            cursor.take(Silent{}, cursor.index() + 1);
        }
    }
    return true;
}

} // namespace recital
