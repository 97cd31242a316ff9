// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/number_words.h"

#include "base/error.h"
#include "base/strings.h"
#include "text/language/character.h"

#include <fmt/format.h>
#include <unicode/fieldpos.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t cached = 100; ///< years and most counts are made of these

icu::Locale locale_of(std::string_view tag, UErrorCode& status) {
    return icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())),
                                       status);
}

/// Words in the form that the voice needs: no soft hyphens, but spaces for those after the parts of `breaks`,
/// and spaces instead of hyphens inside a number.
std::string plain_words(const icu::UnicodeString& words, const std::vector<icu::UnicodeString>& breaks = {}) {
    icu::UnicodeString plain;
    for (std::int32_t index = 0; index < words.length(); ++index) {
        const char16_t unit = words.charAt(index);
        if (unit != u'\u00AD') {
            plain.append(unit == u'-' ? u' ' : unit);
        } else if (std::ranges::any_of(breaks, [&](const auto& part) { return plain.endsWith(part) != 0; })) {
            plain.append(u' ');
        }
    }
    std::string result;
    plain.toUTF8String(result);
    return result;
}

std::uint64_t value_of_digits(std::string_view digits) {
    std::uint64_t number = 0;
    for (const char digit : digits) {
        number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return number;
}

} // namespace

struct NumberWords::Formatter {
    Formatter(std::string_view tag, const RuleSets& rule_sets)
        : locale(locale_of(tag, status)), rules(icu::URBNF_SPELLOUT, locale, status),
          quintillion(rule_sets.quintillion) {
        if (U_FAILURE(status) != 0) {
            throw Error(ErrorKind::usage, fmt::format("numbers cannot be said in the language '{}': {}", tag,
                                                      u_errorName(status)));
        }
        std::string_view listed = rule_sets.breaks;
        while (!listed.empty()) {
            const auto part = cut_front(listed, ' ');
            breaks.push_back(icu::UnicodeString::fromUTF8(
                icu::StringPiece(part.data(), static_cast<std::int32_t>(part.size()))));
        }
        for (std::size_t form = 0; form < number_forms; ++form) {
            names.at(form) = icu::UnicodeString::fromUTF8(rule_sets.names.at(form));
        }
        find_usual(NumberForm::ordinal, u"%spellout-ordinal");
        find_usual(NumberForm::year, u"%spellout-numbering-year");
        const auto inherit = [&](NumberForm form, NumberForm from) {
            if (name(form).isEmpty() != 0) {
                names.at(static_cast<std::size_t>(form)) = name(from);
            }
        };
        inherit(NumberForm::count, NumberForm::cardinal);
        inherit(NumberForm::feminine_count, NumberForm::count);
        inherit(NumberForm::feminine_ordinal, NumberForm::ordinal);
    }

    /// If no rule set is named for the form: the language's first one whose name starts with this prefix.
    void find_usual(NumberForm form, const char16_t* start) {
        for (std::int32_t index = 0; name(form).isEmpty() != 0 && index < rules.getNumberOfRuleSetNames();
             ++index) {
            if (const auto known = rules.getRuleSetName(index); known.startsWith(start) != 0) {
                names.at(static_cast<std::size_t>(form)) = known;
            }
        }
    }

    [[nodiscard]] const icu::UnicodeString& name(NumberForm form) const {
        return names.at(static_cast<std::size_t>(form));
    }

    [[nodiscard]] std::string format(std::uint64_t number, NumberForm form) const {
        UErrorCode formatting = U_ZERO_ERROR;
        icu::UnicodeString words;
        icu::FieldPosition position;
        const auto signed_number = static_cast<std::int64_t>(number);
        if (name(form).isEmpty() != 0) {
            rules.format(signed_number, words, position, formatting);
        } else {
            rules.format(signed_number, name(form), words, position, formatting);
        }
        if (U_FAILURE(formatting) != 0) {
            throw Error(ErrorKind::usage,
                        fmt::format("{} cannot be said in words by the rules '{}': {}", number,
                                    plain_words(name(form)), u_errorName(formatting)));
        }
        return plain_words(words, breaks);
    }

    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale;
    icu::RuleBasedNumberFormat rules;
    std::array<icu::UnicodeString, number_forms> names;
    std::string quintillion;
    std::vector<icu::UnicodeString> breaks; ///< parts of numbers after which a word ends
    std::array<std::string, cached> small;
};

NumberWords::NumberWords(std::string_view tag, const RuleSets& rule_sets)
    : formatter_(std::make_unique<Formatter>(tag, rule_sets)) {
    const auto one = formatter_->format(1, NumberForm::cardinal);
    if (std::any_of(one.begin(), one.end(), is_ascii_digit)) {
        formatter_ = std::make_unique<Formatter>("en", RuleSets{});
    }
    for (std::size_t number = 0; number < cached; ++number) {
        formatter_->small.at(number) = formatter_->format(number, NumberForm::cardinal);
    }
    for (std::size_t form = 0; form < number_forms; ++form) {
        (void)formatter_->format(1, static_cast<NumberForm>(form));
    }
}

NumberWords::NumberWords(NumberWords&& other) noexcept = default;
NumberWords& NumberWords::operator=(NumberWords&& other) noexcept = default;
NumberWords::~NumberWords() = default;

std::string NumberWords::in_words(std::uint64_t number, NumberForm form) const {
    return form == NumberForm::cardinal && number < cached ? formatter_->small.at(number)
                                                           : formatter_->format(number, form);
}

std::string NumberWords::by_rules(std::uint64_t number, std::string_view rule_set) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString words;
    icu::FieldPosition position;
    const auto name = icu::UnicodeString::fromUTF8(
        icu::StringPiece(rule_set.data(), static_cast<std::int32_t>(rule_set.size())));
    formatter_->rules.format(static_cast<std::int64_t>(number), name, words, position, status);
    return U_FAILURE(status) != 0 ? std::string() : plain_words(words, formatter_->breaks);
}

std::string NumberWords::in_words(std::string_view digits, NumberForm form) const {
    constexpr std::size_t max_length = 18;
    constexpr std::size_t max_quintillions_digits = 3;
    if (digits.size() <= max_length) {
        return in_words(value_of_digits(digits), form);
    }
    const auto head = digits.substr(0, digits.size() - max_length);
    if (head.size() <= max_quintillions_digits && !formatter_->quintillion.empty()) {
        const auto rest = value_of_digits(digits.substr(head.size()));
        return in_words(value_of_digits(head), form) + ' ' + formatter_->quintillion +
               (rest == 0 ? "" : ' ' + in_words(rest, form));
    }
    std::string words;
    for (const char digit : digits) {
        words += (words.empty() ? "" : " ") + formatter_->small.at(static_cast<std::size_t>(digit - '0'));
    }
    return words;
}

} // namespace recital
