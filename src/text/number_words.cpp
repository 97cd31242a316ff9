// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/number_words.h"

#include "base/error.h"

#include <fmt/format.h>
#include <unicode/fieldpos.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <array>

namespace recital {

namespace {

constexpr std::size_t cached = 100; ///< years and most counts are made of these

/// Words as the voice wants them: no soft hyphens, and spaces for the hyphens inside a number.
std::string plain_words(const icu::UnicodeString& words) {
    icu::UnicodeString plain;
    for (std::int32_t index = 0; index < words.length(); ++index) {
        const char16_t unit = words.charAt(index);
        if (unit != u'\u00AD') {
            plain.append(unit == u'-' ? u' ' : unit);
        }
    }
    std::string result;
    plain.toUTF8String(result);
    return result;
}

} // namespace

struct NumberWords::Formatter {
    explicit Formatter(std::string_view tag)
        : locale(icu::Locale::forLanguageTag(
              icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status)),
          rules(icu::URBNF_SPELLOUT, locale, status) {}

    [[nodiscard]] std::string format(std::uint64_t number, const icu::UnicodeString& rule_set) const {
        UErrorCode formatting = U_ZERO_ERROR;
        icu::UnicodeString words;
        icu::FieldPosition position;
        rules.format(static_cast<std::int64_t>(number), rule_set, words, position, formatting);
        if (U_FAILURE(formatting) != 0) {
            throw Error(ErrorKind::internal,
                        fmt::format("{} cannot be said in words: {}", number, u_errorName(formatting)));
        }
        return plain_words(words);
    }

    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale;
    icu::RuleBasedNumberFormat rules;
    icu::UnicodeString cardinal;
    icu::UnicodeString ordinal;
    icu::UnicodeString year;
    std::string quintillion;
    std::array<std::string, cached> small;
};

NumberWords::NumberWords(std::string_view tag, const RuleSets& rule_sets)
    : formatter_(std::make_unique<Formatter>(tag)) {
    if (U_FAILURE(formatter_->status) != 0) {
        throw Error(ErrorKind::usage, fmt::format("numbers cannot be said in the language '{}': {}", tag,
                                                  u_errorName(formatter_->status)));
    }
    formatter_->cardinal = icu::UnicodeString::fromUTF8(rule_sets.cardinal);
    formatter_->ordinal = icu::UnicodeString::fromUTF8(rule_sets.ordinal);
    formatter_->year = icu::UnicodeString::fromUTF8(rule_sets.year);
    formatter_->quintillion = rule_sets.quintillion;
    for (std::size_t number = 0; number < cached; ++number) {
        formatter_->small[number] = formatter_->format(number, formatter_->cardinal);
    }
    (void)ordinal(1);
    (void)year(1);
}

NumberWords::NumberWords(NumberWords&&) noexcept = default;
NumberWords& NumberWords::operator=(NumberWords&&) noexcept = default;
NumberWords::~NumberWords() = default;

std::string NumberWords::cardinal(std::uint64_t number) const {
    return number < cached ? formatter_->small[number] : formatter_->format(number, formatter_->cardinal);
}

std::string NumberWords::cardinal(std::string_view digits) const {
    constexpr std::size_t longest = 18;
    constexpr std::size_t longest_quintillions = 3;
    const auto value = [](std::string_view part) {
        std::uint64_t number = 0;
        for (const char digit : part) {
            number = number * 10 + static_cast<std::uint64_t>(digit - '0');
        }
        return number;
    };
    if (digits.size() <= longest) {
        return cardinal(value(digits));
    }
    const auto head = digits.substr(0, digits.size() - longest);
    if (head.size() <= longest_quintillions && !formatter_->quintillion.empty()) {
        const auto rest = value(digits.substr(head.size()));
        return cardinal(value(head)) + ' ' + formatter_->quintillion +
               (rest == 0 ? "" : ' ' + cardinal(rest));
    }
    std::string words;
    for (const char digit : digits) {
        words += (words.empty() ? "" : " ") + formatter_->small[static_cast<std::size_t>(digit - '0')];
    }
    return words;
}

std::string NumberWords::ordinal(std::uint64_t number) const {
    return formatter_->format(number, formatter_->ordinal);
}

std::string NumberWords::year(std::uint64_t number) const {
    return formatter_->format(number, formatter_->year);
}

} // namespace recital
