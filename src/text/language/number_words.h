// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace recital {

/// The form in which a number is said.
enum class NumberForm { cardinal, count, feminine_count, ordinal, feminine_ordinal, year };

inline constexpr std::size_t number_forms = 6;

/// Numbers in words of one language, by the spell-out rules of the Unicode Common Locale Data Repository.
class NumberWords {
public:
    /// Names of the rule sets to use for each form, as in CLDR ("%spellout-cardinal"). A count without one is
    /// said as a cardinal, a feminine form as the other one, an ordinal and a year by the first rules of
    /// their kind that the language has, and the rest by its default rules.
    struct RuleSets {
        std::array<std::string, number_forms> names;
        std::string quintillion; ///< the name of 10^18, the largest that the rules know; may be empty
        std::string breaks = {}; ///< after these parts, separated by spaces, a number word is divided
    };

    /// `tag` is a BCP 47 tag. Throws a `usage` error if a rule set is unknown for the language. Numbers of a
    /// language without rules in CLDR are said in English.
    NumberWords(std::string_view tag, const RuleSets& rule_sets);
    NumberWords(NumberWords&& other) noexcept;
    NumberWords& operator=(NumberWords&& other) noexcept;
    NumberWords(const NumberWords& other) = delete;
    NumberWords& operator=(const NumberWords& other) = delete;
    ~NumberWords();

    /// The number in words, lower case.
    [[nodiscard]] std::string in_words(std::uint64_t number, NumberForm form = NumberForm::cardinal) const;

    /// Like the above, for decimal digits of any length; a number beyond the rules is said digit by digit.
    [[nodiscard]] std::string in_words(std::string_view digits, NumberForm form = NumberForm::cardinal) const;

    /// The number by the rule set of this name, as in CLDR ("%spellout-ordinal-feminine"); empty if the
    /// language has no such rules.
    [[nodiscard]] std::string by_rules(std::uint64_t number, std::string_view rule_set) const;

private:
    struct Formatter;
    std::unique_ptr<Formatter> formatter_;
};

} // namespace recital
