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

// The semiotic classes of a token: what it is, not yet how it is said. Views point into the sentence or the
// language and are valid as long as both.

/// Said as it is written.
struct PlainWord {
    std::string_view written;
};

/// The ending "'s" of the token before it.
struct Possessive {};

/// The apostrophe of an article before what it is joined to: l'8 novembre.
struct Elision {};

/// Punctuation that shapes the voice's melody: one of , ; : . ? !
struct Punctuation {
    char mark = ',';
};

/// A dash between the parts of a compound or between clauses; `classify` replaces dashes of ranges.
struct Dash {
    bool parts_clauses = false; ///< an em dash, also without spaces
    bool spaced_before = false;
    bool spaced_after = false;
};

/// Not said.
struct Silent {};

/// Said as in an entry of the language: abbreviations, symbols, stylised names, the "to" of a range.
struct Entry {
    std::string_view spoken;
};

/// Said as these words, numbers and signs, which a pattern gives or the voice itself reads.
struct Reading {
    std::string spoken;
};

/// Said letter by letter.
struct Letters {
    std::string_view written;
    bool plural = false;
};

/// A cardinal number: 12, 1,234.5, -3, 78s.
struct Number {
    std::string whole;    ///< digits without grouping marks; may be empty before a fraction
    std::string fraction; ///< decimals as written
    bool negative = false;
    bool plural = false; ///< 78s
};

/// An ordinal number: 21st, Louis XIV, two fifths.
struct Ordinal {
    std::uint64_t number = 0;
    bool article = false; ///< said with an article before it: rulers
    bool feminine = false;
    bool plural = false; ///< fifths
};

/// A year: 1957, '05.
struct Year {
    std::uint64_t number = 0;
    bool two_digits = false; ///< '05
};

/// The 1990s, the '60s.
struct Decade {
    unsigned number = 0;
};

/// A fraction, or a mixed number: 3/4, 2 1/2.
struct Fraction {
    std::string whole; ///< empty if there is none
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 1;
};

/// A date: 3 May 1957, May 3, 3.5.1957.
struct Date {
    unsigned day = 0; ///< 0 if there is none
    unsigned month = 1;
    std::optional<std::uint64_t> year;
    bool day_first = false;
    bool article = true; ///< whether this token says the article of the day; false if a previous one did
};

/// A time of day: 5:30 p.m., 17.45.
struct Time {
    unsigned hour = 0;
    unsigned minute = 0;
    std::optional<unsigned> second;
    bool half_day = false; ///< a.m. or p.m. follows
};

/// An amount of money: $5, £2.50, 3 million euros.
struct Money {
    Number amount;
    std::string_view magnitude; ///< million, ... or empty
    const Currency* currency = nullptr;
    bool one = false; ///< in the singular, before a noun: a $5 bill
};

/// A unit after its amount.
struct UnitName {
    const Unit* unit = nullptr;
    bool one = false;
};

/// A number that is a name and not a quantity: type designations, telephone numbers, postal codes.
struct Digits {
    std::string digits;
    bool single = false; ///< digit by digit, otherwise in pairs
    bool plural = false; ///< 747s
};

using TokenClass =
    std::variant<PlainWord, Possessive, Elision, Punctuation, Dash, Silent, Entry, Letters, Number, Ordinal,
                 Year, Decade, Fraction, Date, Time, Money, UnitName, Digits, Reading>;

/// The name of the class in explanations: "year", "money", ...
[[nodiscard]] std::string_view token_class_name(const TokenClass& token_class);

/// One token of a sentence: its class and the bytes of the sentence that it covers.
struct Token {
    TokenClass token_class;
    std::size_t begin = 0;
    std::size_t end = 0;
};

} // namespace recital
