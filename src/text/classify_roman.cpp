// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character.h"
#include "text/classifier.h"

#include <array>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr unsigned latest_ruler = 40;
constexpr unsigned earliest_year = 1000;

} // namespace

unsigned roman_value(std::string_view word) {
    struct Numeral {
        std::string_view letters;
        unsigned worth;
        int most; ///< times it may stand in a row
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
    unsigned value = 0;
    for (const auto& numeral : numerals) {
        for (int count = 0; count < numeral.most && word.starts_with(numeral.letters); ++count) {
            value += numeral.worth;
            word.remove_prefix(numeral.letters.size());
        }
    }
    return word.empty() ? value : 0;
}

/// Whether the word in front, or the numeral that this one goes on counting from, makes it a cardinal.
bool Classifier::follows_numbered_thing(std::size_t index) const {
    constexpr int longest_list = 12;
    std::size_t before = index;
    for (int count = 0; before > 0 && count < longest_list; ++count) {
        before = word_before(before);
        if (is_class(before, WordClass::numbered_thing)) {
            return true;
        }
        const bool counts_on = is_dash(before) || is_mark(before, ",") || is_mark(before, "&") ||
                               text(before) == language_.phrase("and") ||
                               text(before) == language_.phrase("or") || roman_value(text(before)) != 0 ||
                               text(before) == ".";
        if (!counts_on) {
            return false;
        }
    }
    return false;
}

/// Whether the name is one that a numeral makes a ruler of; a single letter needs a ruler's name.
bool Classifier::is_ruler(std::size_t name, bool single) const {
    const auto word = text(name);
    if (!is_word(name)) {
        return false;
    }
    if (language_.is(word, WordClass::ruler_name)) {
        return true;
    }
    const bool capitalised = starts_upper(word) && word.size() > 1 && !is_ascii_upper(word[1]);
    return capitalised && !single;
}

/// Henry VIII, Act III, World War II, Sam II, the XIX century
bool Classifier::read_roman() {
    auto numeral = text(index_);
    const bool ordinal = numeral.size() > 3 && (numeral.ends_with("th") || numeral.ends_with("st") ||
                                                numeral.ends_with("nd") || numeral.ends_with("rd"));
    numeral.remove_suffix(ordinal ? 2 : 0);
    const char first = numeral[0];
    if (std::string_view("IVXLCDM").find(first) == std::string_view::npos) {
        return false;
    }
    const auto value = roman_value(numeral);
    const bool glued =
        index_ > 0 && is_glued(index_) && !is_dash(index_ - 1) && !is_any_mark(index_ - 1, {"(", "/", "."});
    if (value == 0 || glued) {
        return false;
    }
    if (ordinal || is_class(index_ + 1, WordClass::ordinal_thing) ||
        (is_dash(index_ + 1) && is_class(index_ + 2, WordClass::ordinal_thing))) {
        return take(Ordinal{value, false, false}, index_ + 1);
    }
    if (numeral.size() > 3 && value >= earliest_year) {
        return take(Year{value, false}, index_ + 1);
    }
    const bool single = numeral.size() == 1;
    if (index_ == 0) {
        const bool item = !single && is_mark(index_ + 1, ".") && value < latest_ruler;
        return item && take(Number{std::to_string(value), {}, false}, index_ + 1);
    }
    if (follows_numbered_thing(index_)) {
        return take(Number{std::to_string(value), {}, false}, index_ + 1);
    }
    const bool pronoun = numeral == "I" && is_class(index_ + 1, WordClass::first_person);
    const bool ruler_numeral =
        value < latest_ruler && std::string_view("IVX").find(first) != std::string_view::npos;
    const bool behind_quote = is_any_mark(index_ - 1, {"\"", "”", "’", "'"}) && index_ > 1;
    const std::size_t name = behind_quote ? index_ - 2 : index_ - 1;
    if (!ruler_numeral || pronoun || !is_ruler(name, single)) {
        return false;
    }
    return take(Ordinal{value, true, false}, index_ + 1);
}

} // namespace recital
