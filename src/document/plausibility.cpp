// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/plausibility.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace recital {

namespace {

/// What a character does to its neighbours.
enum class Role {
    boundary, ///< white space, the ends of the text
    lower,
    upper,
    caseless,    ///< a letter of a script without case
    digit,       //
    joiner,      ///< apostrophes, hyphens: inside words
    open,        ///< opens a quotation or a parenthesis
    close,       ///< closes one, or ends a clause
    dash,        //
    currency,    //
    stylised,    ///< a sign that stands for a letter in stylised names ("Ke¥ha")
    raised,      ///< ® ™ ° ²: behind a word
    symbol,      ///< signs that stand alone
    drawing,     ///< boxes and lines, in rows
    picture,     ///< emoji, notes, arrows
    mark,        ///< combining marks
    replacement, ///< U+FFFD
    nothing,     ///< control characters and what is no character
};
constexpr std::size_t role_count = 18;

constexpr double impossible = 20.0;

bool is_any_of(char32_t code_point, std::u32string_view set) {
    return set.find(code_point) != std::u32string_view::npos;
}

UScriptCode script_of(char32_t code_point) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(code_point), &status);
}

bool is_within(char32_t code_point, char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
}

Role ascii_role(char32_t c) {
    if (c <= ' ') {
        return Role::boundary;
    }
    if (is_within(c, 'a', 'z')) {
        return Role::lower;
    }
    if (is_within(c, 'A', 'Z')) {
        return Role::upper;
    }
    if (is_within(c, '0', '9')) {
        return Role::digit;
    }
    // ASCII signs stand anywhere; none of them is evidence for damage.
    return Role::joiner;
}

Role letter_role(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    if (c == U'ª' || c == U'º') {
        return Role::raised;
    }
    if (type == U_LOWERCASE_LETTER) {
        return Role::lower;
    }
    return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER ? Role::upper : Role::caseless;
}

Role symbol_role(char32_t c) {
    if (is_any_of(c, U"’‘‐‑·")) {
        return Role::joiner;
    }
    if (is_any_of(c, U"“„‚«‹¡¿")) {
        return Role::open;
    }
    if (is_any_of(c, U"”»›…")) {
        return Role::close;
    }
    if (is_any_of(c, U"–—―")) {
        return Role::dash;
    }
    if (c == U'¥') {
        return Role::stylised;
    }
    if (is_any_of(c, U"®™°²³¹©")) {
        return Role::raised;
    }
    if (is_within(c, 0x2500, 0x259F)) {
        return Role::drawing;
    }
    if (is_within(c, 0x2190, 0x21FF) || is_within(c, 0x2600, 0x27BF) || is_within(c, 0x1D100, 0x1D1FF) ||
        is_within(c, 0x1F000, 0x1FAFF) || is_within(c, 0x2800, 0x28FF)) {
        return Role::picture;
    }
    return u_charType(static_cast<UChar32>(c)) == U_CURRENCY_SYMBOL ? Role::currency : Role::symbol;
}

Role role_of(char32_t c) {
    if (c < 0x80) {
        return ascii_role(c);
    }
    if (c == 0xFFFD) {
        return Role::replacement;
    }
    const auto code_point = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(code_point) != 0 && c != 0x85) {
        return Role::boundary;
    }
    if (u_isalpha(code_point) != 0) {
        return letter_role(c);
    }
    switch (u_charType(code_point)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
        return Role::mark;
    case U_CONTROL_CHAR:
    case U_UNASSIGNED:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
        return Role::nothing;
    case U_DECIMAL_DIGIT_NUMBER:
        return Role::digit;
    default:
        return symbol_role(c);
    }
}

double latin_rarity(char32_t c) {
    if (c < 0x80) {
        return 0.0;
    }
    if (is_any_of(c, U"ÃÂ")) {
        return 3.5;
    }
    if (is_any_of(c, U"ÐÞðþÿ")) {
        return 4.0;
    }
    if (c < 0x100) {
        return u_islower(static_cast<UChar32>(c)) != 0 ? 2.0 : 2.5;
    }
    if (is_any_of(c, U"ſĸŀĿŉ")) {
        return 12.0;
    }
    if (c < 0x180 || is_any_of(c, U"ȘșȚțƠơƯư") || is_within(c, 0x1EA0, 0x1EF9)) {
        return 3.0;
    }
    if (is_within(c, 0xFF01, 0xFF5E)) {
        return 4.0;
    }
    if (is_within(c, 0x1E00, 0x1EFF)) {
        return 5.0;
    }
    return c < 0x250 ? 7.0 : (c < 0x2B0 ? 8.0 : 14.0);
}

double letter_rarity(char32_t c) {
    switch (script_of(c)) {
    case USCRIPT_LATIN:
        return latin_rarity(c);
    case USCRIPT_CYRILLIC:
        return is_within(c, 0x0400, 0x045F) || c == 0x0490 || c == 0x0491 ? 3.0 : 7.0;
    case USCRIPT_GREEK:
        return is_within(c, 0x0386, 0x03CE) ? 3.0 : 6.0;
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return is_within(c, 0x3400, 0x4DBF) || is_within(c, 0x3130, 0x318F) || is_within(c, 0x1100, 0x11FF)
                   ? 7.0
                   : 3.0;
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_THAI:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
        return 3.5;
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_BENGALI:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU:
    case USCRIPT_KANNADA:
    case USCRIPT_MALAYALAM:
    case USCRIPT_GUJARATI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_SINHALA:
    case USCRIPT_KHMER:
    case USCRIPT_LAO:
    case USCRIPT_MYANMAR:
    case USCRIPT_ETHIOPIC:
    case USCRIPT_TIBETAN:
    case USCRIPT_BOPOMOFO:
        return 5.0;
    default:
        return 9.0;
    }
}

double symbol_rarity(char32_t c) {
    if (is_any_of(c, U"–—‘’“”„…•")) {
        return 1.0;
    }
    if (is_any_of(c, U"«»°©®™€£§♯♭♮♪♫×½−′″")) {
        return 2.0;
    }
    if (c == U'¥') {
        return 3.0;
    }
    if (c < 0x100 || is_any_of(c, U"‹›†‡‰‚‐‑\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0F")) {
        return 3.0;
    }
    if (is_within(c, 0x2500, 0x259F) || is_within(c, 0x2800, 0x28FF)) {
        return 3.0;
    }
    if (is_within(c, 0x2190, 0x22FF) || is_within(c, 0x25A0, 0x27BF) || is_within(c, 0x1D100, 0x1D1FF) ||
        is_within(c, 0x1F300, 0x1FAFF) || is_within(c, 0x3000, 0x303F) || is_within(c, 0x20A0, 0x20BF) ||
        is_within(c, 0x2200, 0x23FF) || is_within(c, 0x2100, 0x214F)) {
        return 4.0;
    }
    return is_within(c, 0x2000, 0x2BFF) || is_within(c, 0xFF00, 0xFFEF) ? 5.0 : 6.0;
}

bool is_letter_role(Role role) {
    return role == Role::lower || role == Role::upper || role == Role::caseless;
}

/// Two letters side by side.
double letters_oddity(char32_t a, Role first, char32_t b, Role second) {
    const UScriptCode script = script_of(a);
    if (script != script_of(b)) {
        const bool east_asian = a >= 0x3000 && b >= 0x3000;
        // Formulas set Greek letters beside Latin ones.
        const bool greek = script == USCRIPT_GREEK || script_of(b) == USCRIPT_GREEK;
        return east_asian ? 0.0 : (greek ? 1.5 : 7.0);
    }
    if (script != USCRIPT_LATIN && script != USCRIPT_COMMON) {
        return first == Role::lower && second == Role::upper ? 6.0 : -1.5;
    }
    const bool both_accented = a >= 0x80 && b >= 0x80;
    if (first == Role::lower && second == Role::upper) {
        return b < 0x80 ? (a < 0x80 ? 3.0 : 4.0) : 7.5;
    }
    return both_accented ? 2.0 : 0.0;
}

/// Oddity of a pair by the roles of its two characters, in the order of `Role`; letters among themselves are
/// judged by `letters_oddity`.
using Row = std::array<double, role_count>;
constexpr std::array<Row, role_count> role_pairs = {{
    // bound low upp less dig join open clos dash curr styl rais symb draw pict mark repl none
    {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 1, 1, 0, 3, 1, 0},         // boundary
    {0, 0, 0, 0, 2, 0, 5, 0.3, 1, 1.5, 1, 3, 5, 2, 2, 1, 1, 0},     // lower
    {0, 0, 0, 0, 2, 0, 5, 0.3, 1, 1.5, 1, 2.5, 5, 2, 2, 1, 1, 0},   // upper
    {0, 0, 0, 0, 1, 0, 1, 0.3, 1, 2, 2, 2.5, 5, 4, 2, -1, 1, 0},    // caseless
    {0, 1.5, 1, 0.5, 0, 0, 3, 0.3, 0, 1, 1, 0.5, 2, 3, 2, 3, 1, 0}, // digit
    {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 0},         // joiner
    {2, 0, 0, 0, 0, 0, 1, 2, 2, 1, 1, 3, 2, 2, 1, 4, 1, 0},         // open
    {0, 6, 5, 1, 4, 0, 2, 1, 1, 3, 3, 3, 2, 2, 1, 4, 1, 0},         // close
    {0, 1, 1, 1, 0, 1, 1, 1, 2, 1, 1, 3, 2, 2, 2, 4, 1, 0},         // dash
    {1, 1.5, 1.5, 1, 0, 1, 3, 2, 2, 3, 3, 3, 3, 3, 2, 4, 1, 0},     // currency
    {1, 1, 1, 1, 0, 1, 3, 2, 2, 3, 1, 3, 3, 3, 2, 4, 1, 0},         // stylised
    {0, 5, 4, 2, 2, 0, 3, 0.5, 1, 3, 3, 3, 3, 3, 2, 4, 1, 0},       // raised
    {0, 4, 4, 2, 1, 1, 2, 2, 2, 2, 3, 3, 2, 2, 1, 3, 1, 0},         // symbol
    {0, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 0, 2, 4, 1, 0},         // drawing
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

/// A foreign letter or sign that stands between blanks as if it were a word: few do.
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
    switch (role_of(code_point)) {
    case Role::boundary:
        return code_point < 0x80 ? 0.0 : 1.0;
    case Role::lower:
    case Role::upper:
    case Role::caseless:
        return letter_rarity(code_point);
    case Role::digit:
    case Role::joiner:
        return code_point < 0x80 ? 0.0 : 1.0;
    case Role::nothing:
        return is_within(code_point, 0x80, 0x9F) ? 8.0 : (code_point < 0x80 ? 0.0 : impossible);
    case Role::mark:
        return code_point == 0xFE0F ? 2.0 : (script_of(code_point) == USCRIPT_INHERITED ? 4.0 : 3.5);
    case Role::replacement:
        return 3.0;
    default:
        return symbol_rarity(code_point);
    }
}

double pair_oddity(char32_t first, char32_t second) {
    const Role a = role_of(first);
    const Role b = role_of(second);
    if (is_letter_role(a) && is_letter_role(b)) {
        return letters_oddity(first, a, second, b);
    }
    // These two capitals, which half of all Latin mojibake begins with, hardly ever end a word.
    constexpr double unlikely_end = 2.5;
    constexpr double unlikely_gap = 3.5;
    constexpr char32_t no_break_space = 0xA0;
    double more = 0.0;
    if (is_any_of(first, U"ÃÂ")) {
        const bool sign = b == Role::raised || b == Role::currency || b == Role::symbol || b == Role::open;
        more = second == no_break_space ? unlikely_gap : (sign ? unlikely_end : 0.0);
    }
    // A formula: "√π".
    const bool formula = a == Role::symbol && is_within(second, 0x370, 0x3FF);
    return formula ? 0.0 : role_pairs.at(static_cast<std::size_t>(a)).at(static_cast<std::size_t>(b)) + more;
}

double implausibility(std::u32string_view text, std::size_t from, std::size_t to) {
    const auto at = [text](std::size_t index) { return index < text.size() ? text[index] : U' '; };
    double sum = 0.0;
    for (std::size_t i = from; i < to; ++i) {
        sum += rarity(text[i]);
        sum += lone_oddity(text, i);
    }
    // Behind the stretch, its last characters still have neighbours.
    for (std::size_t i = from; i <= to; ++i) {
        sum += pair_oddity(at(i - 1), at(i));
    }
    for (std::size_t i = from; i < to + 2; ++i) {
        sum += case_oddity(at(i - 2), at(i - 1), at(i));
    }
    return sum;
}

} // namespace recital
