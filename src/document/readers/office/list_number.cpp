// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/list_number.h"

#include "base/strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace recital {

namespace {

std::string roman(int number) {
    constexpr std::array<std::pair<int, std::string_view>, 13> signs = {{{1000, "m"},
                                                                         {900, "cm"},
                                                                         {500, "d"},
                                                                         {400, "cd"},
                                                                         {100, "c"},
                                                                         {90, "xc"},
                                                                         {50, "l"},
                                                                         {40, "xl"},
                                                                         {10, "x"},
                                                                         {9, "ix"},
                                                                         {5, "v"},
                                                                         {4, "iv"},
                                                                         {1, "i"}}};
    std::string numeral;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value) {
            numeral += sign;
        }
    }
    return numeral;
}

/// a, b, ..., z, aa, bb, ..., as Word and LibreOffice count.
std::string letters(int number) {
    constexpr int alphabet = 26;
    const auto count = static_cast<std::size_t>((number - 1) / alphabet + 1);
    return std::string(count, static_cast<char>('a' + (number - 1) % alphabet));
}

std::string in_capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char sign) { return static_cast<char>(sign - 'a' + 'A'); });
    return text;
}

} // namespace

std::string list_number(int number, NumberForm form) {
    constexpr int max_roman = 3999;
    constexpr int max_letters = 26 * 10;
    const bool is_roman = number >= 1 && number <= max_roman;
    const bool is_letters = number >= 1 && number <= max_letters;
    switch (form) {
    case NumberForm::none:
        return {};
    case NumberForm::decimal_zero:
        return fmt::format("{:02}", number);
    case NumberForm::upper_roman:
        return is_roman ? in_capitals(roman(number)) : fmt::format("{}", number);
    case NumberForm::lower_roman:
        return is_roman ? roman(number) : fmt::format("{}", number);
    case NumberForm::upper_letter:
        return is_letters ? in_capitals(letters(number)) : fmt::format("{}", number);
    case NumberForm::lower_letter:
        return is_letters ? letters(number) : fmt::format("{}", number);
    case NumberForm::decimal:
        break;
    }
    return fmt::format("{}", number);
}

int number_in_list(const std::string& text, int otherwise) {
    constexpr std::size_t max_digits = 6;
    return is_digits(text) && text.size() <= max_digits ? std::atoi(text.c_str()) : otherwise;
}

} // namespace recital
