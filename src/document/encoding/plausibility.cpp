// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/plausibility.h"

#include "document/encoding/character_use.h"

#include <unicode/uscript.h>

#include <array>
#include <cstddef>

namespace recital {

namespace {

using Role = CharacterRole;

Role role_of(char32_t code_point) {
    return use_of(code_point).role;
}

bool is_letter_role(Role role) {
    return role == Role::lower || role == Role::upper || role == Role::caseless;
}

/// Two letters side by side.
double letters_oddity(char32_t a, Role first, char32_t b, Role second) {
    const int script = use_of(a).script;
    const int other = use_of(b).script;
    if (script != other) {
        const bool east_asian = a >= 0x3000 && b >= 0x3000;
        // Formulas have Greek letters next to Latin ones.
        const bool greek = script == USCRIPT_GREEK || other == USCRIPT_GREEK;
        return east_asian ? 0.0 : (greek ? 1.5 : 7.0);
    }
    if (script != USCRIPT_LATIN && script != USCRIPT_COMMON) {
        return first == Role::lower && second == Role::upper ? 6.0 : -1.5;
    }
    const bool both_accented = a >= 0x80 && b >= 0x80;
    // "Fßr": this letter follows vowels.
    if (b == U'ß' && a < 0x80 && !is_any_of(a, U"aeiouyAEIOUY")) {
        return 3.0;
    }
    if (first == Role::lower && second == Role::upper) {
        return b < 0x80 ? (a < 0x80 ? 3.0 : 4.0) : 7.5;
    }
    return both_accented ? 2.0 : 0.0;
}

/// Oddity of a pair by the roles of its two characters, in the order of `Role`; pairs of letters are judged
/// by `letters_oddity`.
using Row = std::array<double, character_roles>;
constexpr std::array<Row, character_roles> role_pairs = {{
    // bound low upp less dig join open clos dash curr styl rais symb draw pict mark repl none
    {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 1, 1, 0, 3, 1, 0},         // boundary
    {0, 0, 0, 0, 2, 0, 5, 0.3, 1, 1.5, 1, 3, 5, 3, 2, 1, 1, 0},     // lower
    {0, 0, 0, 0, 2, 0, 5, 0.3, 1, 1.5, 1, 2.5, 5, 3, 2, 1, 1, 0},   // upper
    {0, 0, 0, 0, 1, 0, 1, 0.3, 1, 2, 2, 2.5, 5, 4, 2, -1, 1, 0},    // caseless
    {0, 1.5, 1, 0.5, 0, 0, 3, 0.3, 0, 1, 1, 0.5, 2, 3, 2, 3, 1, 0}, // digit
    {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 0},         // joiner
    {2, 0, 0, 0, 0, 0, 1, 2, 2, 1, 1, 3, 2, 2, 1, 4, 1, 0},         // open
    {0, 6, 5, 1, 4, 0, 2, 1, 1, 3, 3, 3, 2, 2, 1, 4, 1, 0},         // close
    {0, 1, 1, 1, 0, 1, 1, 1, 2, 1, 1, 3, 2, 2, 2, 4, 1, 0},         // dash
    {1, 2.5, 2.5, 1, 0, 1, 3, 2, 2, 3, 3, 3, 3, 3, 2, 4, 1, 0},     // currency
    {1, 1, 1, 1, 0, 1, 3, 2, 2, 3, 1, 3, 3, 3, 2, 4, 1, 0},         // stylised
    {0, 5, 4, 2, 2, 0, 3, 0.5, 1, 3, 3, 3, 3, 3, 2, 4, 1, 0},       // raised
    {0, 4, 4, 2, 1, 1, 2, 2, 2, 2, 3, 3, 2, 2, 1, 3, 1, 0},         // symbol
    {0, 3, 3, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 0, 2, 4, 1, 0},         // drawing
    {0, 1, 1, 1, 1, 0, 1, 1, 1, 2, 2, 2, 2, 2, 0, 1, 1, 0},         // picture
    {0, 0, 2, 0, 2, 0, 2, 0.5, 1, 2, 2, 2, 2, 2, 1, 0, 1, 0},       // mark
    {0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0},         // replacement
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},         // nothing
}};

/// The case of a letter against the two before it: "AHř" changes case as no one writes it.
double case_oddity(char32_t before, char32_t previous, char32_t letter) {
    if (letter < 0x80 && previous < 0x80 && before < 0x80) {
        return 0.0;
    }
    const bool falls =
        role_of(before) == Role::upper && role_of(previous) == Role::upper && role_of(letter) == Role::lower;
    return falls ? 4.0 : 0.0;
}

/// A foreign letter or sign that is between blanks as if it were a word: few do.
double lone_oddity(std::u32string_view text, std::size_t index) {
    const auto at = [text](std::size_t i) { return i < text.size() ? text[i] : U' '; };
    const char32_t lone = text[index];
    if (lone < 0x80 || role_of(at(index - 1)) != Role::boundary || role_of(at(index + 1)) != Role::boundary) {
        return 0.0;
    }
    const bool between_capitals =
        role_of(at(index - 2)) == Role::upper && role_of(at(index + 2)) == Role::upper;
    switch (role_of(lone)) {
    case Role::upper:
        return between_capitals || is_any_of(lone, U"ÀÁÈÉÍÓÔÖАВЄИІЙКОСУЭЯ")
                   ? 0.0
                   : (is_any_of(lone, U"ÃÂ") ? 3.0 : 2.0);
    case Role::lower:
        return between_capitals ? 5.0 : (is_any_of(lone, U"àáèéíìòóôúüåöæøıавийікосуяєў") ? 0.0 : 2.0);
    case Role::currency:
        return 1.0;
    default:
        return 0.0;
    }
}

} // namespace

double rarity(char32_t code_point) {
    return use_of(code_point).rarity;
}

double pair_oddity(char32_t first, char32_t second) {
    const Role a = role_of(first);
    const Role b = role_of(second);
    if (is_letter_role(a) && is_letter_role(b)) {
        return letters_oddity(first, a, second, b);
    }
    // A vowel sign of Hebrew on a Latin letter.
    const int script = use_of(second).script;
    if (b == Role::mark && script != USCRIPT_INHERITED && script != use_of(first).script) {
        constexpr double foreign_mark = 5.0;
        return foreign_mark;
    }
    // What half of all Latin mojibake begins with, the bytes C2 and C3 in each encoding, hardly ever ends a
    // word.
    constexpr double unlikely_end = 2.5;
    constexpr double unlikely_elsewhere = 3.0;
    constexpr double unlikely_gap = 3.5;
    constexpr char32_t no_break_space = 0xA0;
    const bool raised = b == Role::raised || b == Role::currency;
    double more = 0.0;
    if (is_any_of(first, U"ÃÂ")) {
        const bool sign = raised || b == Role::symbol || b == Role::open || b == Role::dash;
        more = second == no_break_space ? unlikely_gap : (sign ? unlikely_end : 0.0);
    } else if (is_any_of(first, U"ĂВГΒΓĀ¬√┬├")) {
        // U+2200: signs of mathematics; accents between blanks are drawn faces.
        more = raised || (b == Role::symbol && second >= 0x2200) ? unlikely_elsewhere : 0.0;
    }
    // Nobody types both blanks.
    more += first == no_break_space && second == U' ' ? unlikely_gap : 0.0;
    // A formula: "√π".
    const bool formula = a == Role::symbol && second >= 0x370 && second <= 0x3FF;
    return formula ? 0.0 : role_pairs.at(static_cast<std::size_t>(a)).at(static_cast<std::size_t>(b)) + more;
}

double implausibility(std::u32string_view text, std::size_t from, std::size_t to) {
    const auto at = [text](std::size_t index) { return index < text.size() ? text[index] : U' '; };
    double sum = 0.0;
    for (std::size_t i = from; i < to; ++i) {
        sum += rarity(text[i]);
        sum += lone_oddity(text, i);
    }
    // After the span, its last characters still have neighbours.
    for (std::size_t i = from; i <= to; ++i) {
        sum += pair_oddity(at(i - 1), at(i));
    }
    for (std::size_t i = from; i < to + 2; ++i) {
        sum += case_oddity(at(i - 2), at(i - 1), at(i));
    }
    return sum;
}

} // namespace recital
