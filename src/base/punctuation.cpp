// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/punctuation.h"

#include <unicode/uchar.h>

#include <array>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr char32_t first_beyond_ascii = 0x80;

bool has(char32_t code_point, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(code_point), property) != 0;
}

/// Decided by words in the mark's Unicode name, because there are too many marks for a list.
char mark_by_name(char32_t code_point) {
    constexpr std::array<std::pair<std::string_view, char>, 5> words{
        {{"QUESTION", '?'}, {"EXCLAMATION", '!'}, {"SEMICOLON", ';'}, {"COLON", ':'}, {"COMMA", ','}}};
    constexpr std::size_t max_name_length = 128;
    std::array<char, max_name_length> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length = u_charName(static_cast<UChar32>(code_point), U_UNICODE_CHAR_NAME, buffer.data(),
                                   max_name_length, &status);
    if (U_FAILURE(status) != 0 || length <= 0) {
        return '\0';
    }
    const std::string_view name(buffer.data(), static_cast<std::size_t>(length));
    for (const auto& [word, mark] : words) {
        if (name.find(word) != std::string_view::npos) {
            return mark;
        }
    }
    return '\0';
}

} // namespace

bool ends_sentence_by_itself(char32_t code_point) {
    return code_point >= first_beyond_ascii && has(code_point, UCHAR_S_TERM);
}

char plain_mark(char32_t code_point) {
    if (code_point < first_beyond_ascii || !has(code_point, UCHAR_TERMINAL_PUNCTUATION)) {
        return '\0';
    }
    const char mark = mark_by_name(code_point);
    return mark == '\0' && ends_sentence_by_itself(code_point) ? '.' : mark;
}

char mark_of(char32_t code_point) {
    constexpr std::u32string_view marks = U",;:.?!";
    return marks.find(code_point) != std::u32string_view::npos ? static_cast<char>(code_point)
                                                               : plain_mark(code_point);
}

bool is_opening_mark(char32_t code_point) {
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(code_point));
    return (mask & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}

bool is_closing_mark(char32_t code_point) {
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(code_point));
    return (mask & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0 || has(code_point, UCHAR_TERMINAL_PUNCTUATION);
}

bool is_wide(char32_t code_point) {
    const auto width = u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

} // namespace recital
