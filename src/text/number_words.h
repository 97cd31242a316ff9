// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace recital {

/// Numbers in words of one language, by the spell-out rules of the Unicode Common Locale Data Repository.
class NumberWords {
public:
    /// Names of the rule sets to use, as CLDR writes them ("%spellout-cardinal").
    struct RuleSets {
        std::string cardinal;
        std::string ordinal;
        std::string year;
        std::string quintillion; ///< the name of 10^18, past which the rules end; may be empty
    };

    /// `tag` is a BCP 47 tag. Throws a `usage` error where a rule set is unknown for the language.
    NumberWords(std::string_view tag, const RuleSets& rule_sets);
    NumberWords(NumberWords&&) noexcept;
    NumberWords& operator=(NumberWords&&) noexcept;
    NumberWords(const NumberWords&) = delete;
    NumberWords& operator=(const NumberWords&) = delete;
    ~NumberWords();

    [[nodiscard]] std::string cardinal(std::uint64_t number) const;
    /// The same for decimal digits of any length; past what the rules name they are said one by one.
    [[nodiscard]] std::string cardinal(std::string_view digits) const;
    [[nodiscard]] std::string ordinal(std::uint64_t number) const;
    /// As a year is said: 1905 is "nineteen oh five".
    [[nodiscard]] std::string year(std::uint64_t number) const;

private:
    struct Formatter;
    std::unique_ptr<Formatter> formatter_;
};

} // namespace recital
