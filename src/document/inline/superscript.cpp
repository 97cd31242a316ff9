// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/superscript.h"

#include "base/unicode.h"
#include "document/inline/power_bases.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// The letters, digits and apostrophes that the text ends with: "Mozart's" ends with no sign of a quantity.
/// Of a longer word than any base its end.
std::string_view last_plain_word(std::string_view text) {
    constexpr std::size_t max_length = 16;
    std::size_t begin = text.size();
    while (begin > 0 && text.size() - begin < max_length) {
        std::size_t start = begin - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            --start; // to the first byte of the character
        }
        std::size_t after = start;
        const char32_t c = next_code_point(text, after);
        if (!is_letter(c) && !is_digit(c) && c != U'\'' && c != U'\u2019') {
            break;
        }
        begin = start;
    }
    return text.substr(begin);
}

} // namespace

std::string read_superscript(std::string_view before, std::string_view superscript) {
    constexpr std::array<std::string_view, 10> powers = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                         "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    const bool bracketed = superscript.size() > 2 && superscript.front() == '[' && superscript.back() == ']';
    const std::string_view digits = bracketed ? superscript.substr(1, superscript.size() - 2) : superscript;
    if (digits.empty() || digits.size() > 4 || !std::all_of(digits.begin(), digits.end(), is_ascii_digit)) {
        return std::string(superscript);
    }
    std::string power;
    if (!bracketed && is_power_base(last_plain_word(before))) {
        for (const char digit : digits) {
            power += powers.at(static_cast<std::size_t>(digit - '0'));
        }
    }
    return power;
}

std::string with_superscripts(std::string_view text) {
    constexpr std::size_t max_length = 8;
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t close =
            text[i] == '^' ? text.substr(0, i + max_length).find('^', i + 1) : std::string_view::npos;
        const std::string_view inside =
            close == std::string_view::npos ? std::string_view() : text.substr(i + 1, close - i - 1);
        const bool after_text = !result.empty() && result.back() != ' ' && result.back() != '[';
        if (inside.empty() || !after_text || inside.find(' ') != std::string_view::npos) {
            result += text[i];
            continue;
        }
        result += read_superscript(result, inside);
        i = close;
    }
    return result;
}

} // namespace recital
