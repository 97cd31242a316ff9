// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace recital {

// The classes of a token: what it is, not yet how it is said. Views look into the sentence or the language.

/// Said as it is written.
struct PlainWord {
    std::string_view written;
};

/// The ending "'s" of whatever precedes it.
struct Possessive {};

/// Punctuation that steers the voice: one of , ; : . ? !
struct Punctuation {
    char mark = ',';
};

/// Parts compounds, ranges and clauses; `classify` leaves none that is a range.
struct Dash {
    bool parts_clauses = false; ///< an em dash, also without spaces
    bool spaced_before = false;
    bool spaced_after = false;
};

/// Not said.
struct Silent {};

/// Said as an entry of the language has it: abbreviations, symbols, stylised names, the "to" of a range.
struct Entry {
    std::string_view spoken;
};

/// Said letter by letter.
struct Letters {
    std::string_view written;
    bool plural = false;
};

struct Number {
    std::string whole;    ///< digits without grouping marks; may be empty before a fraction
    std::string fraction; ///< decimals as written
    bool negative = false;
    bool plural = false; ///< 78s
};

struct Ordinal {
    std::uint64_t number = 0;
    bool article = false; ///< the article is said before: rulers
    bool feminine = false;
    bool plural = false; ///< fifths
};

struct Year {
    std::uint64_t number = 0;
    bool two_digits = false; ///< '05
};

/// The 1990s, the '60s.
struct Decade {
    unsigned number = 0;
};

struct Fraction {
    std::string whole; ///< empty if there is none
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 1;
};

struct Date {
    unsigned day = 0; ///< 0 if there is none
    unsigned month = 1;
    std::optional<std::uint64_t> year;
    bool day_first = false;
    bool article = true; ///< whether it is for this token to say the article of the day
};

struct Time {
    unsigned hour = 0;
    unsigned minute = 0;
    std::optional<unsigned> second;
    bool half_day = false; ///< a.m. or p.m. follows
};

struct Money {
    Number amount;
    std::string_view magnitude; ///< million, ... or empty
    const Currency* currency = nullptr;
    bool one = false; ///< before a noun: a $5 bill
};

/// A unit after its amount.
struct UnitName {
    const Unit* unit = nullptr;
    bool one = false;
};

/// A number that is a name: opus-like marks, types, telephone numbers.
struct Digits {
    std::string digits;
    bool single = false; ///< digit by digit, otherwise in pairs
};

using TokenClass = std::variant<PlainWord, Possessive, Punctuation, Dash, Silent, Entry, Letters, Number,
                                Ordinal, Year, Decade, Fraction, Date, Time, Money, UnitName, Digits>;

/// The class as it is in explanations: "year", "money", ...
[[nodiscard]] std::string_view token_class_name(const TokenClass& token_class);

/// One token of a sentence: what it is and the bytes of the sentence that it stands for.
struct Token {
    TokenClass token_class;
    std::size_t begin = 0;
    std::size_t end = 0;
};

} // namespace recital
