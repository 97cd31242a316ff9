// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/unknown_word.h"

#include "base/unicode.h"
#include "cli/tree/correction.h"
#include "cli/tree/near_word.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <vector>

namespace recital {

namespace {

const Command& root_of(const Command& command) {
    return command.parent() == nullptr ? command : root_of(*command.parent());
}

/// The command and all below it.
std::vector<const Command*> tree_of(const Command& command) {
    std::vector<const Command*> tree = {&command};
    for (const Command* const below : command.commands()) {
        const std::vector<const Command*> more = tree_of(*below);
        tree.insert(tree.end(), more.begin(), more.end());
    }
    return tree;
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

std::vector<std::string> with_inserted(std::vector<std::string> words, std::size_t place,
                                       const std::string& word) {
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(place), word);
    return words;
}

std::vector<std::string> command_names(const Command& command, bool with_destructive) {
    std::vector<std::string> names;
    for (const Command* const below : command.commands()) {
        if (with_destructive || !below->is_destructive()) {
            names.push_back(below->get_name());
        }
    }
    return names;
}

/// A file or folder in the place of the command that reads it.
Mistake path_as_command(const GivenArguments& given, const GivenArgument& word) {
    const Command& root = root_of(*word.command);
    const Command* const render = root.find_command("render");
    const ValueGuide* const formats =
        render == nullptr ? nullptr : render->guide_of(render->find_option("--format"));
    const std::string extension = fold_case(std::filesystem::path(word.text).extension().string());
    const std::vector<std::string> names =
        formats == nullptr ? std::vector<std::string>() : formats->all_words();
    const bool is_sound = std::any_of(names.begin(), names.end(), [&extension](const std::string& name) {
        return extension == '.' + name;
    });
    const std::string command = is_sound ? "verify" : "render";
    return {fmt::format("'{}' is a {}, not a command", word.text, is_folder(word.text) ? "folder" : "file"),
            fmt::format("to {} it, type `{}`", is_sound ? "check" : "render",
                        command_line(with_inserted(given.words, word.word, command)))};
}

/// The words with one of them, and `more` after it, at the end.
std::vector<std::string> moved_to_end(std::vector<std::string> words, std::size_t place, std::size_t more) {
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(place);
    std::rotate(first, first + static_cast<std::ptrdiff_t>(1 + more), words.end());
    return words;
}

/// The name of a command below a command: "check" for "lexicon check". Empty if there is none that may be
/// suggested.
std::string command_below(const Command& command, const std::string& name) {
    for (const Command* const below : command.commands()) {
        const Command* const found = below->find_command(name);
        if (found != nullptr && !found->is_destructive()) {
            return below->get_name();
        }
    }
    return {};
}

/// With the value that was given with "=".
std::string with_value_of(const std::string& name, const std::string& word) {
    const std::size_t equals = word.find('=');
    return equals == std::string::npos ? name : name + word.substr(equals);
}

std::string without_dashes(const std::string& name) {
    return name.substr(std::min(name.find_first_not_of('-'), name.size()));
}

std::string nearest_option(const Command& command, const std::string& name) {
    std::vector<std::string> candidates;
    for (const CLI::Option* const option : command.named_options()) {
        if (!option->get_group().empty() && !command.is_destructive(option)) {
            for (const std::string& candidate : option->get_lnames()) {
                candidates.push_back(candidate);
            }
        }
    }
    const std::string bare = without_dashes(name);
    const std::string nearest = nearest_word(bare, candidates);
    return nearest.empty() ? nearest : "--" + nearest;
}

/// "--format mp3" for "--mp3", "--metadata title=..." for "--title": all options that have the name as a
/// word.
std::string option_with_word(const Command& command, const std::string& name) {
    const std::string bare = without_dashes(name);
    std::vector<std::string> found;
    for (const CLI::Option* const option : command.named_options()) {
        const ValueGuide* const guide = command.guide_of(option);
        const std::vector<std::string> words = guide == nullptr || guide->kind == ValueKind::command
                                                   ? std::vector<std::string>()
                                                   : guide->all_words();
        if (std::find(words.begin(), words.end(), bare) != words.end()) {
            found.push_back(fmt::format("{} {}{}", main_name(*option), bare,
                                        guide->kind == ValueKind::pairs ? "=..." : ""));
        }
    }
    return fmt::format("{}", fmt::join(found, " or "));
}

/// The commands that have the option.
std::vector<std::string> commands_with(const Command& root, const std::string& name) {
    std::vector<std::string> paths;
    for (const Command* const command : tree_of(root)) {
        if (command->find_option(name) != nullptr) {
            paths.push_back(fmt::format("`{}`", command->path()));
        }
    }
    return paths;
}

/// An option of a command before the name of the command.
std::optional<Mistake> early_option(const GivenArguments& given, const GivenOption& option) {
    const CLI::Option* const later =
        given.command == option.command ? nullptr : given.command->find_option(option.name);
    if (later == nullptr) {
        return std::nullopt;
    }
    const bool has_value = !is_flag(*later) && given.words[option.word].find('=') == std::string::npos;
    return Mistake{
        fmt::format("{} is given before the command that it belongs to", option.name),
        did_you_mean(moved_to_end(given.words, option.word, has_value ? 1 : 0), given.command->path())};
}

} // namespace

Mistake unknown_command(const GivenArguments& given, const GivenArgument& word) {
    const Command& command = *word.command;
    if (given.command != &command) {
        return {fmt::format("'{}' is given before the command", word.text),
                did_you_mean(moved_to_end(given.words, word.word, 0), given.command->path())};
    }
    const std::vector<std::string> names = command_names(command, false);
    if (const std::string nearest = nearest_word(word.text, names);
        !nearest.empty() && !names_path(word.text)) {
        return {fmt::format("'{}' is not a command of `{}`", word.text, command.path()),
                did_you_mean(with_word(given.words, word.word, nearest), command.path() + ' ' + nearest)};
    }
    if (command.parent() == nullptr && names_path(word.text)) {
        return path_as_command(given, word);
    }
    if (const std::string above = command_below(command, word.text); !above.empty()) {
        return {fmt::format("'{}' is a command of `{} {}`", word.text, command.path(), above),
                did_you_mean(with_inserted(given.words, word.word, above), command.path() + ' ' + above)};
    }
    if (command.find_option("--" + word.text) != nullptr) {
        return {fmt::format("'{}' is not a command of `{}`", word.text, command.path()),
                did_you_mean(with_word(given.words, word.word, "--" + word.text), "--" + word.text)};
    }
    const bool is_path = word.text.find_first_of("./") != std::string::npos;
    return {fmt::format("'{}' is {} `{}`{}", word.text, is_path ? "neither a command of" : "not a command of",
                        command.path(), is_path ? " nor a file that is there" : ""),
            fmt::format("choose one of {}; see `{} --help`", fmt::join(command_names(command, true), ", "),
                        command.path())};
}

Mistake unknown_option(const GivenArguments& given, const GivenOption& option) {
    const Command& command = *option.command;
    const std::string& word = given.words[option.word];
    const std::string name = option.name.substr(0, option.name.find('='));
    if (auto mistake = early_option(given, option)) {
        return *mistake;
    }
    const std::string problem = fmt::format("{} is not an option of `{}`", name, command.path());
    const std::string with_dash = '-' + word.substr(0, word.find('='));
    if (!word.starts_with("--") && command.find_option(with_dash) != nullptr) {
        return {problem, did_you_mean(with_word(given.words, option.word, '-' + word), with_dash)};
    }
    if (const std::string bare = without_dashes(name); command.find_command(bare) != nullptr) {
        return {problem,
                did_you_mean(with_word(given.words, option.word, bare), command.path() + ' ' + bare)};
    }
    if (const auto paths = commands_with(root_of(command), name); !paths.empty()) {
        return {problem, fmt::format("it is one of {}", fmt::join(paths, ", "))};
    }
    if (const std::string nearest = nearest_option(command, name); !nearest.empty()) {
        return {problem,
                did_you_mean(with_word(given.words, option.word, with_value_of(nearest, word)), nearest)};
    }
    if (const std::string meant = option_with_word(command, name); !meant.empty()) {
        return {problem, fmt::format("did you mean {}?", meant)};
    }
    if (names_path(word)) {
        return {problem, fmt::format("for the file of this name type {}", shell_quoted("./" + word))};
    }
    return {problem, fmt::format("see `{} --help`", command.path())};
}

} // namespace recital
