// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/spoken_patterns.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/unicode.h"
#include "text/language/character.h"
#include "text/language/roman_numeral.h"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <utility>

namespace recital {

/// What a sentence has that patterns need: most sentences have neither, and are not searched for most
/// patterns.
struct SpokenPatterns::Pattern {
    std::unique_ptr<icu::RegexPattern> expression;
    std::unique_ptr<icu::RegexMatcher> matcher; ///< of `expression`; made once, because that takes long
    bool needs_digit = false;
    bool needs_roman = false;
    std::string literal; ///< in every match; empty if there is none
    std::string spoken;  ///< "$1": a group as written; "{form 1}": its number in that form
};

namespace {

/// A sentence in UTF-16, which ICU searches several times as fast as UTF-8.
struct SearchText {
    explicit SearchText(std::string_view text) : sentence(text) {
        for (std::size_t position = 0; position < text.size();) {
            const std::size_t start = position;
            units.append(static_cast<UChar32>(next_code_point(text, position)));
            offsets.resize(static_cast<std::size_t>(units.length()), start);
        }
        offsets.push_back(text.size());
    }

    /// The byte of a unit.
    [[nodiscard]] std::size_t byte_of(std::int32_t unit) const {
        return offsets.at(static_cast<std::size_t>(unit));
    }

    std::string_view sentence;
    icu::UnicodeString units;
    std::vector<std::size_t> offsets; ///< byte of each unit, and the end
};

/// A group of a match: empty if it took no part in it.
std::string_view group_of(const SearchText& text, const icu::RegexMatcher& matcher, int group) {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t begin = matcher.start(group, status);
    const std::int32_t end = matcher.end(group, status);
    return U_FAILURE(status) != 0 || begin < 0
               ? std::string_view()
               : text.sentence.substr(text.byte_of(begin), text.byte_of(end) - text.byte_of(begin));
}

/// The value of figures, without the marks that group them, or of a roman numeral.
std::optional<std::uint64_t> value_of(std::string_view written) {
    constexpr std::size_t max_digits = 18;
    std::string digits;
    std::copy_if(written.begin(), written.end(), std::back_inserter(digits), is_ascii_digit);
    if (!digits.empty() && digits.size() <= max_digits) {
        return std::strtoull(digits.c_str(), nullptr, 10);
    }
    const unsigned roman = digits.empty() ? roman_value(written) : 0;
    return roman == 0 ? std::nullopt : std::optional<std::uint64_t>(roman);
}

/// An expression without what must not be beside a match: "(?<!...)", "(?!...)".
std::string without_negations(std::string_view expression) {
    std::string rest;
    for (std::size_t at = 0; at < expression.size();) {
        const bool negation =
            expression.substr(at).starts_with("(?<!") || expression.substr(at).starts_with("(?!");
        if (!negation) {
            rest += expression[at++];
            continue;
        }
        int depth = 0;
        do {
            depth += static_cast<int>(expression[at] == '(') - static_cast<int>(expression[at] == ')');
            ++at;
        } while (depth > 0 && at < expression.size());
    }
    return rest;
}

/// The position after the group or the set of characters that opens at `at`.
std::size_t after_bracketed(std::string_view expression, std::size_t at) {
    const char open = expression[at];
    const char close = open == '(' ? ')' : (open == '[' ? ']' : '}');
    int depth = 0;
    for (; at < expression.size(); ++at) {
        if (expression[at] == '\\') {
            ++at;
        } else if (expression[at] == '[' && open != '[') {
            at = after_bracketed(expression, at) - 1; // "[.,)%]" closes no group
        } else if (expression[at] == open) {
            ++depth;
        } else if (expression[at] == close && --depth == 0) {
            return at + 1;
        }
    }
    return expression.size();
}

/// The longest text that each match of the expression has, as far as a look at what is outside of groups and
/// sets shows it; empty if there is none.
std::string required_literal(std::string_view expression) {
    std::string longest;
    std::string run;
    const auto end_run = [&] {
        longest = run.size() > longest.size() ? run : longest;
        run.clear();
    };
    for (std::size_t at = 0; at < expression.size();) {
        const char sign = expression[at];
        if (sign == '|') {
            return {}; // of one alternative only
        }
        const bool is_class = sign == '\\' && at + 1 < expression.size() &&
                              (is_ascii_lower(expression[at + 1]) || is_ascii_upper(expression[at + 1]));
        if (sign == '(' || sign == '[' || sign == '{') {
            end_run();
            at = after_bracketed(expression, at);
        } else if (is_class) {
            end_run();
            at += 2;
        } else if (std::string_view("^$.+?*").find(sign) != std::string_view::npos) {
            end_run();
            ++at;
        } else {
            at += sign == '\\' ? 1U : 0U;
            std::size_t next = at;
            static_cast<void>(next_code_point(expression, next));
            const bool optional = next < expression.size() &&
                                  std::string_view("?*{").find(expression[next]) != std::string_view::npos;
            if (!optional) {
                run += expression.substr(at, next - at);
            } else {
                end_run();
                next += expression[next] == '{' ? 0U : 1U;
            }
            at = next;
        }
    }
    end_run();
    return longest;
}

/// Whether a capital that is a roman numeral, or begins one, is in the sentence.
bool has_roman(std::string_view sentence) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool numeral = std::string_view("IVXLC").find(sentence[i]) != std::string_view::npos;
        const char next = i + 1 < sentence.size() ? sentence[i + 1] : ' ';
        if (numeral && (!is_ascii_lower(next) || next == 'e')) {
            return true;
        }
    }
    return false;
}

std::string digit_by_digit(std::string_view digits, const NumberWords& numbers) {
    std::string words;
    for (const char digit : digits) {
        words += numbers.in_words(static_cast<std::uint64_t>(digit - '0'));
    }
    return words;
}

} // namespace

SpokenPatterns::SpokenPatterns() = default;
SpokenPatterns::SpokenPatterns(SpokenPatterns&& other) noexcept = default;
SpokenPatterns& SpokenPatterns::operator=(SpokenPatterns&& other) noexcept = default;
SpokenPatterns::~SpokenPatterns() = default;

SpokenPatterns::SpokenPatterns(const std::vector<std::filesystem::path>& files,
                               const std::filesystem::path& forms) {
    std::error_code ignored;
    for (const auto& file : files) {
        if (std::filesystem::exists(file, ignored)) {
            read(file);
        }
    }
    if (std::filesystem::exists(forms, ignored)) {
        read_forms(forms);
    }
}

void SpokenPatterns::read(const std::filesystem::path& path) {
    for (DataRow& row : read_data_table(path, 2, 2)) {
        UErrorCode status = U_ZERO_ERROR;
        UParseError error{};
        std::unique_ptr<icu::RegexPattern> expression(
            icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(row.cells[0]), error, status));
        if (U_FAILURE(status) != 0) {
            throw Error(
                ErrorKind::usage,
                fmt::format("'{}' is not a regular expression: {}", row.cells[0], u_errorName(status)),
                row.place);
        }
        std::unique_ptr<icu::RegexMatcher> matcher(expression->matcher(status));
        if (U_FAILURE(status) != 0) {
            throw Error(ErrorKind::internal, std::string("no matcher: ") + u_errorName(status));
        }
        const std::string needed = without_negations(row.cells[0]);
        const bool digit = needed.find("\\d") != std::string::npos;
        patterns_.push_back({std::move(expression), std::move(matcher), digit,
                             !digit && needed.find("[IVX") != std::string::npos,
                             required_literal(row.cells[0]), std::move(row.cells[1])});
    }
}

void SpokenPatterns::read_forms(const std::filesystem::path& path) {
    for (DataRow& row : read_data_table(path, 3, 3)) {
        const auto number = value_of(row.cells[1]);
        if (!number) {
            throw Error(ErrorKind::usage, fmt::format("'{}' is not a number", row.cells[1]), row.place);
        }
        forms_[row.cells[0]][*number] = std::move(row.cells[2]);
    }
}

namespace {

/// Fills a template with the groups of a match; `word_of` gives a group in a form, empty if there is none.
template <typename WordOf>
std::optional<std::string> filled(std::string_view form, const SearchText& text,
                                  const icu::RegexMatcher& matcher, WordOf word_of) {
    std::string spoken;
    for (std::size_t at = 0; at < form.size(); ++at) {
        if (form[at] == '$' && at + 1 < form.size() && is_ascii_digit(form[at + 1])) {
            spoken += group_of(text, matcher, form[++at] - '0');
        } else if (form[at] == '{') {
            const std::size_t close = form.find('}', at);
            const std::string_view inside = form.substr(at + 1, close - at - 1);
            const std::string_view written = group_of(text, matcher, inside.back() - '0');
            const std::string word = word_of(inside.substr(0, inside.rfind(' ')), written);
            if (word.empty()) {
                return std::nullopt;
            }
            spoken += word;
            at = close;
        } else {
            spoken += form[at];
        }
    }
    return spoken;
}

} // namespace

std::vector<SpokenMatch> SpokenPatterns::find(std::string_view sentence, const NumberWords& numbers) const {
    std::vector<SpokenMatch> matches;
    if (patterns_.empty()) {
        return matches;
    }
    const auto word_of = [&](std::string_view form, std::string_view written) -> std::string {
        const auto value = value_of(written);
        if (!value) {
            return {};
        }
        if (const auto own = forms_.find(form); own != forms_.end()) {
            const auto word = own->second.find(*value);
            return word == own->second.end() ? std::string() : word->second;
        }
        if (form == "digits") {
            return digit_by_digit(written, numbers);
        }
        if (form.starts_with('%')) {
            return numbers.by_rules(*value, form);
        }
        return numbers.in_words(*value, form == "ordinal" ? NumberForm::ordinal
                                        : form == "year"  ? NumberForm::year
                                                          : NumberForm::cardinal);
    };
    UErrorCode status = U_ZERO_ERROR;
    const SearchText text(sentence);
    const bool digit = std::any_of(sentence.begin(), sentence.end(), is_ascii_digit);
    const bool roman = has_roman(sentence);
    for (const Pattern& pattern : patterns_) {
        if ((pattern.needs_digit && !digit) || (pattern.needs_roman && !roman) ||
            sentence.find(pattern.literal) == std::string_view::npos) {
            continue;
        }
        icu::RegexMatcher* const matcher = pattern.matcher.get();
        matcher->reset(text.units);
        while (matcher->find(status) != 0 && U_SUCCESS(status) != 0) {
            const auto begin = text.byte_of(matcher->start(status));
            const auto end = text.byte_of(matcher->end(status));
            const bool free = std::none_of(matches.begin(), matches.end(), [&](const SpokenMatch& earlier) {
                return begin < earlier.end && earlier.begin < end;
            });
            auto spoken =
                free && begin < end ? filled(pattern.spoken, text, *matcher, word_of) : std::nullopt;
            if (spoken) {
                matches.push_back({begin, end, std::move(*spoken)});
            }
        }
        status = U_ZERO_ERROR;
    }
    std::sort(matches.begin(), matches.end(),
              [](const SpokenMatch& left, const SpokenMatch& right) { return left.begin < right.begin; });
    return matches;
}

} // namespace recital
