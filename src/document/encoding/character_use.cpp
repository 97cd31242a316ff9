// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/character_use.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>
#include <string_view>

namespace recital {

namespace {

using Role = CharacterRole;

constexpr double impossible = 20.0;

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
    // ASCII signs occur anywhere and are not evidence of damage.
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

Role find_role(char32_t c) {
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
    if (is_any_of(c, U"¤¦¨¸")) { // other characters in ISO-8859-15
        return 8.0;
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

double mark_rarity(char32_t c) {
    if (c == 0xFE0F) {
        return 2.0;
    }
    if (script_of(c) != USCRIPT_INHERITED) {
        return 3.5;
    }
    // The accents of European languages; others are on letters of transcriptions.
    const bool usual = is_within(c, 0x0300, 0x0304) || is_within(c, 0x0306, 0x0308) ||
                       is_within(c, 0x030A, 0x030C) || is_within(c, 0x0327, 0x0328);
    return usual || !is_within(c, 0x0300, 0x036F) ? 4.0 : 7.0;
}

double rarity_of(char32_t code_point, Role role) {
    switch (role) {
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
        return mark_rarity(code_point);
    case Role::replacement:
        return 3.0;
    default:
        return symbol_rarity(code_point);
    }
}

CharacterUse find_use(char32_t code_point) {
    const Role role = find_role(code_point);
    return {role, static_cast<std::int16_t>(script_of(code_point)),
            static_cast<float>(rarity_of(code_point, role))};
}

} // namespace

CharacterUse use_of(char32_t code_point) {
    // A page of 256 code points is filled in when the first of them is asked for.
    using Page = std::array<CharacterUse, 256>;
    static std::array<std::unique_ptr<Page>, 256> pages;
    const std::size_t number = code_point / 256;
    if (number >= pages.size()) {
        return find_use(code_point);
    }
    std::unique_ptr<Page>& page = pages.at(number);
    if (page == nullptr) {
        page = std::make_unique<Page>();
        for (char32_t i = 0; i < page->size(); ++i) {
            page->at(i) = find_use(static_cast<char32_t>(number * page->size()) + i);
        }
    }
    return (*page)[code_point % page->size()];
}

} // namespace recital
