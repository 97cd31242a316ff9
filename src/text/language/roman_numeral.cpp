// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/roman_numeral.h"

#include <array>

namespace recital {

namespace {

bool is_numeral_letter(char letter) {
    switch (letter) {
    case 'I':
    case 'V':
    case 'X':
    case 'L':
    case 'C':
    case 'D':
    case 'M':
        return true;
    default:
        return false;
    }
}

} // namespace

unsigned roman_value(std::string_view word) {
    struct Numeral {
        std::string_view letters;
        unsigned worth;
        int max; ///< times it may be in a row
    };
    static constexpr std::array<Numeral, 13> numerals{{{"M", 1000, 3},
                                                       {"CM", 900, 1},
                                                       {"D", 500, 1},
                                                       {"CD", 400, 1},
                                                       {"C", 100, 3},
                                                       {"XC", 90, 1},
                                                       {"L", 50, 1},
                                                       {"XL", 40, 1},
                                                       {"X", 10, 3},
                                                       {"IX", 9, 1},
                                                       {"V", 5, 1},
                                                       {"IV", 4, 1},
                                                       {"I", 1, 3}}};
    // Nearly all words are none; this test is quick.
    if (word.empty() || !is_numeral_letter(word.front()) || !is_numeral_letter(word.back())) {
        return 0;
    }
    unsigned value = 0;
    for (const auto& numeral : numerals) {
        for (int count = 0; count < numeral.max && word.starts_with(numeral.letters); ++count) {
            value += numeral.worth;
            word.remove_prefix(numeral.letters.size());
        }
    }
    return word.empty() ? value : 0;
}

} // namespace recital
