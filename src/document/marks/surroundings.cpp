// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/surroundings.h"

#include "base/unicode.h"

#include <string>

namespace recital {

namespace {

std::size_t start_before(std::string_view text, std::size_t position) {
    std::size_t start = position - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        --start; // to the first byte of the character
    }
    return start;
}

} // namespace

char32_t code_point_before(std::string_view text, std::size_t position) {
    if (position == 0) {
        return 0;
    }
    std::size_t start = start_before(text, position);
    return next_code_point(text, start);
}

char32_t code_point_at(std::string_view text, std::size_t position) {
    return position < text.size() ? next_code_point(text, position) : 0;
}

std::string_view word_before(std::string_view text, std::size_t position) {
    constexpr std::size_t max_length = 60; // longer ones are not looked up
    std::size_t begin = position;
    while (begin > 0 && position - begin < max_length && is_letter(code_point_before(text, begin))) {
        begin = start_before(text, begin);
    }
    return text.substr(begin, position - begin);
}

std::string_view digits_before(std::string_view text, std::size_t position) {
    constexpr std::size_t max_length = 20;
    std::size_t begin = position;
    while (begin > 0 && position - begin < max_length && is_ascii_digit(text[begin - 1])) {
        --begin;
    }
    return text.substr(begin, position - begin);
}

std::size_t digits_at(std::string_view text, std::size_t position) {
    std::size_t end = position;
    while (end < text.size() && is_ascii_digit(text[end])) {
        ++end;
    }
    return end - position;
}

bool is_year(std::string_view digits) {
    return digits.size() == year_digits && (digits[0] == '1' || digits.starts_with("20"));
}

std::size_t closing_begin(std::string_view text, std::size_t position) {
    constexpr std::size_t max_signs = 4;
    for (std::size_t sign = 0; sign < max_signs && is_closing(code_point_before(text, position)); ++sign) {
        position = start_before(text, position);
    }
    return position;
}

bool is_closing(char32_t code_point) {
    constexpr std::u32string_view closing = U".,;:!?\u2026\"')]\u2019\u201D\u00BB\u3002";
    return closing.find(code_point) != std::u32string_view::npos;
}

bool ends_word(std::string_view text, std::size_t position) {
    const char32_t next = code_point_at(text, position);
    if (next == 0 || next == ' ' || next == '\n' || next == '[' || next == '(' || next == U'\u2014') {
        return true;
    }
    if (!is_closing(next)) {
        return false;
    }
    std::size_t after = position;
    (void)next_code_point(text, after);
    const char32_t second = code_point_at(text, after);
    return second == 0 || second == ' ' || second == '\n' || second == '[' || is_closing(second);
}

} // namespace recital
