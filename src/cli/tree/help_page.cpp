// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/help_page.h"

#include "base/strings.h"
#include "cli/tree/option_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t option_columns = 30;
constexpr std::size_t command_columns = 14;
constexpr std::size_t exit_columns = 8;

/// The words of a text in lines of at most so many bytes; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t max_bytes) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::string_view word = cut_front(text, ' ');
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > max_bytes) {
            lines.emplace_back();
        }
        lines.back() += lines.back().empty() ? std::string(word) : fmt::format(" {}", word);
    }
    return lines;
}

/// A label and, from a column on, its description; below the label if that is too long.
std::string entry(const std::string& label, const std::string& description, std::size_t columns) {
    std::string text = fmt::format("  {:<{}}", label, columns - 2);
    bool needs_indent = label.size() + 4 > columns;
    if (needs_indent) {
        text = fmt::format("  {}\n", label);
    }
    for (const std::string& line : wrapped(description, max_help_columns - columns)) {
        text += fmt::format("{:{}}{}\n", "", needs_indent ? columns : 0, line);
        needs_indent = true;
    }
    return text;
}

std::string section(const std::string& heading, const std::string& content) {
    return content.empty() ? content : fmt::format("\n{}:\n{}", heading, content);
}

std::string arguments(const Command& command) {
    std::string text;
    for (const CLI::Option* const positional : command.positionals()) {
        text += entry(positional->get_name(), positional->get_description(), option_columns);
    }
    return text;
}

std::string options(const Command& command, const OptionGroup& group) {
    std::string text;
    for (const CLI::Option* const option : group.options) {
        const OptionLabel label = label_of(command, *option);
        const std::string names = fmt::format("{}", fmt::join(label.names, ", "));
        text += entry(label.value.empty() ? names : names + ' ' + label.value, option->get_description(),
                      option_columns);
    }
    return text;
}

std::string commands(const Command& command) {
    std::string text;
    for (const Command* const below : command.commands()) {
        text += entry(below->get_name(), below->get_description(), command_columns);
    }
    return text;
}

std::string examples(const Command& command) {
    std::string text;
    for (const CommandExample& example : command.examples()) {
        text += fmt::format("  {}\n", example.line);
        for (const std::string& line : wrapped(example.meaning, max_help_columns - command_columns)) {
            text += fmt::format("{:{}}{}\n", "", command_columns - 8, line);
        }
    }
    return text;
}

std::string exits(const Command& command) {
    std::string text;
    for (const CommandExit& exit : command.exits()) {
        text += entry(fmt::format("{}", exit.code), exit.meaning, exit_columns);
    }
    return text;
}

} // namespace

std::string help_page(const Command& command) {
    std::string page =
        command.get_description() + "\n\n" + fmt::format("Usage: {} {}\n", command.path(), usage_of(command));
    page += section("Arguments", arguments(command));
    page += section("Commands", commands(command));
    for (const OptionGroup& group : option_groups(command)) {
        page += section(group.heading, options(command, group));
    }
    page += section("Examples", examples(command));
    page += section("Exit codes", exits(command));
    if (!command.commands().empty()) {
        page += fmt::format("\nOf a command: {} COMMAND --help\n", command.path());
    }
    return page;
}

} // namespace recital
