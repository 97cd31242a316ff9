// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/mistake.h"

#include "cli/tree/correction.h"
#include "cli/tree/unknown_word.h"
#include "cli/tree/value_guide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace recital {

namespace {

/// The first example of the command that has the word; null if none has.
const CommandExample* example_with(const Command& command, const std::string& word) {
    for (const CommandExample& example : command.examples()) {
        if ((example.line + ' ').find(' ' + word + ' ') != std::string::npos) {
            return &example;
        }
    }
    return nullptr;
}

/// "for example `LINE`" of an example that has one of the words, the first if possible; otherwise of any
/// example.
std::string shown_example(const Command& command, const std::vector<std::string>& words) {
    const CommandExample* example = nullptr;
    for (const std::string& word : words) {
        example = example == nullptr ? example_with(command, word) : example;
    }
    if (example == nullptr && !command.examples().empty()) {
        example = &command.examples().front();
    }
    return example == nullptr ? fmt::format("see `{} --help`", command.path())
                              : fmt::format("for example `{}`", example->line);
}

std::size_t uses_of(const GivenArguments& given, const CLI::Option* option) {
    return static_cast<std::size_t>(
        std::count_if(given.options.begin(), given.options.end(),
                      [option](const GivenOption& candidate) { return candidate.option == option; }));
}

/// The first word that is not of the tree.
std::optional<Mistake> find_unknown(const GivenArguments& given) {
    const auto option =
        std::find_if(given.options.begin(), given.options.end(),
                     [](const GivenOption& candidate) { return candidate.option == nullptr; });
    const auto argument =
        std::find_if(given.arguments.begin(), given.arguments.end(), [](const GivenArgument& candidate) {
            return !candidate.command->commands().empty() && candidate.command->positionals().empty();
        });
    const bool has_option = option != given.options.end();
    if (argument != given.arguments.end() && !(has_option && option->word < argument->word)) {
        return unknown_command(given, *argument);
    }
    return has_option ? std::optional(unknown_option(given, *option)) : std::nullopt;
}

/// "-voice" is "-v" with the value "oice" for every program.
std::optional<Mistake> find_single_dash(const GivenArguments& given) {
    for (const GivenOption& option : given.options) {
        const std::string& word = given.words[option.word];
        const std::string meant = '-' + word.substr(0, word.find('='));
        const bool has_value_in_word =
            !word.starts_with("--") && !option.values.empty() && option.values.front().offset > 0;
        if (has_value_in_word && option.command->find_option(meant) != nullptr) {
            return Mistake{
                fmt::format("{} has one dash and means {} {}", word, option.name, option.values.front().text),
                did_you_mean(with_word(given.words, option.word, '-' + word), meant)};
        }
    }
    return std::nullopt;
}

std::optional<Mistake> find_missing_value(const GivenArguments& given) {
    for (const GivenOption& option : given.options) {
        if (!option.lacks_value) {
            continue;
        }
        const ValueGuide* const guide = option.command->guide_of(option.option);
        const std::string remedy =
            guide == nullptr ? fmt::format("see `{} --help`", option.command->path())
                             : fmt::format("for example {} {}", option.name, shell_quoted(guide->example));
        return Mistake{fmt::format("{} needs a value", option.name), remedy};
    }
    return std::nullopt;
}

std::optional<Mistake> find_value_of_flag(const GivenArguments& given) {
    for (const GivenOption& option : given.options) {
        // Plans give flags as NAME=true.
        const bool fits = std::ranges::all_of(option.values, [](const GivenValue& value) {
            return value.text == "true" || value.text == "false";
        });
        if (option.option != nullptr && is_flag(*option.option) && !fits) {
            return Mistake{fmt::format("{} takes no value", option.name),
                           did_you_mean(with_word(given.words, option.word, option.name), option.name)};
        }
    }
    return std::nullopt;
}

std::optional<Mistake> find_repetition(const GivenArguments& given) {
    for (const GivenOption& option : given.options) {
        const bool is_repeatable = is_flag(*option.option) || option.option->get_multi_option_policy() ==
                                                                  CLI::MultiOptionPolicy::TakeAll;
        if (!is_repeatable && uses_of(given, option.option) > 1) {
            return Mistake{fmt::format("{} is given more than once", main_name(*option.option)),
                           "give it once"};
        }
    }
    return std::nullopt;
}

/// A command that has to be followed by one of its own.
std::optional<Mistake> find_missing_command(const GivenArguments& given) {
    const Command& command = *given.command;
    if (command.parent() == nullptr || command.commands().empty()) {
        return std::nullopt;
    }
    std::string names;
    for (const Command* const below : command.commands()) {
        names += (names.empty() ? "" : ", ") + below->get_name();
    }
    return Mistake{fmt::format("`{}` needs a command after it: {}", command.path(), names),
                   shown_example(command, {command.commands().front()->get_name()})};
}

std::optional<Mistake> find_surplus_argument(const GivenArguments& given) {
    std::size_t possible = 0;
    std::string name;
    for (const CLI::Option* const positional : given.command->positionals()) {
        possible += static_cast<std::size_t>(positional->get_items_expected_max());
        name = positional->get_name();
    }
    std::vector<GivenArgument> own = given.arguments;
    std::erase_if(own, [&given](const GivenArgument& argument) { return argument.command != given.command; });
    if (own.size() <= possible) {
        return std::nullopt;
    }
    std::vector<std::string> words = given.words;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(own[possible].word));
    return Mistake{fmt::format("'{}' is too much: `{}` takes {}", own[possible].text, given.command->path(),
                               possible == 0 ? std::string("no arguments") : fmt::format("one {}", name)),
                   did_you_mean(words, given.command->path())};
}

std::optional<Mistake> find_missing_option(const GivenArguments& given) {
    const Command& command = *given.command;
    auto left =
        std::count_if(given.arguments.begin(), given.arguments.end(),
                      [&command](const GivenArgument& argument) { return argument.command == &command; });
    for (const CLI::Option* const positional : command.positionals()) { // each takes the next argument
        if (positional->get_required() && left-- <= 0) {
            return Mistake{fmt::format("`{}` needs {}", command.path(), positional->get_name()),
                           shown_example(command, {positional->get_name()})};
        }
    }
    for (const CLI::Option* const option : command.named_options()) {
        if (option->get_required() && uses_of(given, option) == 0) {
            return Mistake{fmt::format("`{}` needs {}", command.path(), main_name(*option)),
                           shown_example(command, {main_name(*option)})};
        }
    }
    return std::nullopt;
}

bool is_given(const GivenArguments& given, const CLI::Option* option) {
    if (option->get_positional()) {
        return std::any_of(
            given.arguments.begin(), given.arguments.end(),
            [&given](const GivenArgument& argument) { return argument.command == given.command; });
    }
    return uses_of(given, option) > 0;
}

std::optional<Mistake> find_contradiction(const GivenArguments& given) {
    for (const GivenOption& option : given.options) {
        for (const CLI::Option* const other : option.option->get_excludes()) {
            if (is_given(given, other)) {
                return Mistake{
                    fmt::format("{} and {} exclude each other", main_name(*option.option), main_name(*other)),
                    "give only one of them"};
            }
        }
        for (const CLI::Option* const other : option.option->get_needs()) {
            if (!is_given(given, other)) {
                return Mistake{
                    fmt::format("{} has no meaning without {}", main_name(*option.option), main_name(*other)),
                    shown_example(*option.command, {main_name(*option.option), main_name(*other)})};
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Mistake> find_mistake(const GivenArguments& given) {
    for (const auto find :
         {find_single_dash, find_unknown, find_missing_value, find_value_of_flag, find_repetition,
          find_missing_command, find_surplus_argument, find_missing_option, find_contradiction}) {
        if (auto mistake = find(given)) {
            return mistake;
        }
    }
    return std::nullopt;
}

} // namespace recital
