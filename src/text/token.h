// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace recital {

/// The classes of a token: what it is, not yet how it is said. Views look into the sentence or the language.

/// Said as it is written.
struct PlainWord {
    std::string_view written;
};
/// Punctuation that steers the voice: one of , ; : . ? !
struct Punctuation {
    char mark = ',';
};
/// Not said.
struct Silent {};
/// Said as an entry of the language has it: abbreviations, symbols, stylised names, the "to" of a range.
struct Entry {
    std::string_view spoken;
};
/// Said letter by letter; `suffix` is a plural or possessive ending.
struct Letters {
    std::string_view written;
    std::string_view suffix;
};
/// A number; digits without grouping marks.
struct Number {
    std::string whole;
    std::string fraction; ///< decimals as written
    bool negative = false;
};
struct Ordinal {
    std::uint64_t number = 0;
    bool article = false; ///< "the" is said in front (of rulers and days)
};
struct Year {
    std::uint64_t number = 0;
};
/// The 1990s, the '60s.
struct Decade {
    std::uint64_t number = 0;
};
struct Fraction {
    std::string whole; ///< empty where there is none
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 1;
};
struct Date {
    unsigned day = 0; ///< 0 where there is none
    unsigned month = 1;
    std::optional<std::uint64_t> year;
    bool day_first = false;
};
struct Time {
    unsigned hour = 0;
    unsigned minute = 0;
    bool on_the_clock = true; ///< a full hour is said with "o'clock"
};
struct Money {
    Number amount;
    std::string_view magnitude; ///< million, ... or empty
    const Currency* currency = nullptr;
};
struct Measure {
    Number amount;
    std::string_view magnitude;
    const Unit* unit = nullptr;
    bool singular = false; ///< in front of a noun: a 12" single
};
/// Said number by number, in pairs: opus-like marks of three and four digits, formats.
struct Digits {
    std::string digits;
};

using TokenClass = std::variant<PlainWord, Punctuation, Silent, Entry, Letters, Number, Ordinal, Year, Decade,
                                Fraction, Date, Time, Money, Measure, Digits>;

/// One token of a sentence: what it is and the bytes of the sentence that it stands for.
struct Token {
    TokenClass token_class;
    std::size_t begin = 0;
    std::size_t end = 0;
};

} // namespace recital
