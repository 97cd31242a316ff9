// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/value_mistakes.h"

#include "base/strings.h"
#include "cli/tree/correction.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

std::vector<std::string> with_value(const GivenArguments& given, const GivenValue& value,
                                    const std::string& other) {
    std::vector<std::string> words = given.words;
    words[value.word].replace(value.offset, std::string::npos, other);
    return words;
}

/// The next option in the place of a value.
std::optional<Mistake> option_as_value(const GivenOption& option, const GivenValue& value,
                                       const ValueGuide& guide) {
    const bool is_option = value.text.starts_with("--") && value.offset == 0 &&
                           option.command->find_option(value.text.substr(0, value.text.find('='))) != nullptr;
    if (!is_option) {
        return std::nullopt;
    }
    return Mistake{fmt::format("{} needs a value, and {} is an option", option.name, value.text),
                   fmt::format("for example {} {} {}", option.name, shell_quoted(guide.example), value.text)};
}

std::optional<Mistake> impossible_value(const GivenArguments& given, const GivenOption& option,
                                        const GivenValue& value, const ValueGuide& guide) {
    if (usual_value(guide, value.text)) {
        return std::nullopt;
    }
    const std::string problem = fmt::format("{} {} is not possible", option.name, value.text);
    const std::string possible = possible_values(guide);
    if (const std::string likely = likely_value(guide, value.text); !likely.empty()) {
        return Mistake{problem, fmt::format("{}: {}", possible,
                                            did_you_mean(with_value(given, value, likely),
                                                         fmt::format("{} {}", option.name, likely)))};
    }
    return Mistake{problem, fmt::format("{}, for example {} {}", possible, option.name, guide.example)};
}

/// The argument right after the value; null if there is none.
const GivenArgument* argument_after(const GivenArguments& given, const GivenValue& value) {
    const auto found =
        std::find_if(given.arguments.begin(), given.arguments.end(), [&value](const GivenArgument& argument) {
            return argument.word == value.word + 1 && !argument.after_mark;
        });
    return found == given.arguments.end() ? nullptr : &*found;
}

/// A value in two words: "m4b mp3", "5 GB".
std::optional<Mistake> cut_value(const GivenArguments& given, const GivenOption& option,
                                 const GivenValue& value, const ValueGuide& guide) {
    const GivenArgument* const rest = argument_after(given, value);
    if (rest == nullptr || names_path(rest->text)) {
        return std::nullopt;
    }
    std::string likely;
    if (guide.kind == ValueKind::list) {
        const std::string list = value.text + (value.text.ends_with(',') ? "" : ",") + rest->text;
        likely = usual_value(guide, list).value_or("");
    } else if (is_unit(guide, rest->text)) {
        likely = guide.kind == ValueKind::text ? value.text + rest->text
                                               : likely_value(guide, value.text + rest->text);
    }
    if (likely.empty()) {
        return std::nullopt;
    }
    std::vector<std::string> words = with_value(given, value, likely);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(rest->word));
    return Mistake{fmt::format("{} takes one word, and '{}' is a second one", option.name, rest->text),
                   did_you_mean(words, fmt::format("{} {}", option.name, likely))};
}

/// Dashes that editors and web pages put in the place of hyphens: U+2010 to U+2015 and U+2212.
std::string_view leading_dashes(std::string_view word) {
    constexpr std::array<std::string_view, 7> dashes = {"\u2010", "\u2011", "\u2012", "\u2013",
                                                        "\u2014", "\u2015", "\u2212"};
    std::size_t size = 0;
    for (bool is_dash = true; is_dash;) {
        const std::string_view rest = word.substr(size);
        const auto* const found = std::find_if(
            dashes.begin(), dashes.end(), [rest](std::string_view dash) { return rest.starts_with(dash); });
        is_dash = found != dashes.end() || (size > 0 && rest.starts_with('-'));
        size += found != dashes.end() ? found->size() : is_dash ? 1 : 0;
    }
    return word.substr(0, size);
}

std::optional<Mistake> find_typographic_dash(const GivenArguments& given) {
    for (const GivenArgument& argument : given.arguments) {
        const std::string_view dashes = leading_dashes(argument.text);
        const std::string bare = argument.text.substr(dashes.size());
        if (dashes.empty() || argument.after_mark || names_path(argument.text)) {
            continue;
        }
        const std::string name = bare.substr(0, bare.find('='));
        for (const std::string& meant : {"--" + name, "-" + name}) {
            if (given.command->find_option(meant) != nullptr) {
                return Mistake{
                    fmt::format("'{}' begins with a dash that is not the one of the keyboard", argument.text),
                    did_you_mean(with_word(given.words, argument.word, meant + bare.substr(name.size())),
                                 meant)};
            }
        }
    }
    return std::nullopt;
}

std::optional<Mistake> find_in_value(const GivenArguments& given, const GivenOption& option,
                                     const GivenValue& value) {
    const ValueGuide* const guide = option.command->guide_of(option.option);
    if (guide == nullptr) {
        return std::nullopt;
    }
    if (auto mistake = option_as_value(option, value, *guide)) {
        return mistake;
    }
    if (auto mistake = cut_value(given, option, value, *guide)) {
        return mistake;
    }
    return impossible_value(given, option, value, *guide);
}

} // namespace

std::optional<Mistake> find_value_mistake(const GivenArguments& given) {
    for (const GivenOption& option : given.options) {
        for (const GivenValue& value : option.values) {
            if (auto mistake = find_in_value(given, option, value)) {
                return mistake;
            }
        }
    }
    return find_typographic_dash(given);
}

} // namespace recital
