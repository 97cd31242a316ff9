// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/completion.h"

#include "base/strings.h"
#include "cli/tree/given_arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Candidates for one word.
class Candidates {
public:
    explicit Candidates(std::string typed) : typed_(std::move(typed)) {}

    void add(const std::string& word, const std::string& meaning = {}) {
        if (word.starts_with(typed_)) {
            lines_ += meaning.empty() ? word + '\n' : fmt::format("{} {}\n", word, meaning);
        }
    }
    void add_files() { paths_ = "files"; }
    void add_folders() { paths_ = "folders"; }

    [[nodiscard]] const std::string& typed() const { return typed_; }
    [[nodiscard]] std::string text() const { return paths_ + '\n' + lines_; }

private:
    std::string typed_;
    std::string paths_ = "none";
    std::string lines_;
};

/// The words of a list that are not in it yet. `kept` is the part of the typed word that stays.
void add_list(Candidates& candidates, const ValueGuide& guide, std::string kept) {
    const std::string typed = candidates.typed().substr(kept.size());
    const std::size_t comma = typed.rfind(',');
    const std::string list = comma == std::string::npos ? std::string() : typed.substr(0, comma);
    const auto taken = split(list, ',');
    kept += comma == std::string::npos ? std::string() : list + ',';
    for (const std::string& word : guide.all_words()) {
        const bool is_taken = std::any_of(taken.begin(), taken.end(), [&word](std::string_view part) {
            return part.substr(0, part.find('=')) == word;
        });
        if (!is_taken) {
            candidates.add(kept + word + (guide.kind == ValueKind::pairs ? "=" : ""));
        }
    }
}

void add_values(Candidates& candidates, const ValueGuide& guide, const std::string& kept) {
    if (guide.kind == ValueKind::list || guide.kind == ValueKind::pairs) {
        add_list(candidates, guide, kept);
        return;
    }
    for (const std::string& word : guide.all_words()) {
        candidates.add(kept + word);
    }
    const bool has_files =
        guide.kind == ValueKind::file || guide.kind == ValueKind::path || !guide.alternative_suffix.empty();
    if (has_files) {
        candidates.add_files();
    } else if (guide.kind == ValueKind::folder) {
        candidates.add_folders();
    }
}

bool is_excluded(const GivenArguments& given, const CLI::Option* option) {
    const auto excluded = option->get_excludes();
    return std::any_of(given.options.begin(), given.options.end(), [&](const GivenOption& other) {
        const bool is_repeatable = other.option != nullptr &&
                                   other.option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
        return (other.option == option && !is_repeatable) || excluded.contains(other.option);
    });
}

void add_options(Candidates& candidates, const GivenArguments& given) {
    for (const CLI::Option* const option : given.command->named_options()) {
        if (option->get_group().empty() || is_excluded(given, option)) {
            continue;
        }
        for (const std::string& name : option->get_lnames()) {
            candidates.add("--" + name, option->get_description());
        }
    }
}

/// A command, or what the command takes without a name.
void add_arguments(Candidates& candidates, const Command& root, const GivenArguments& given) {
    for (const Command* const below : given.command->commands()) {
        candidates.add(below->get_name(), below->get_description());
    }
    const std::vector<CLI::Option*> positionals = given.command->positionals();
    const ValueGuide* const guide =
        positionals.empty() ? nullptr : given.command->guide_of(positionals.front());
    const bool is_complete =
        !positionals.empty() &&
        given.arguments.size() >= static_cast<std::size_t>(positionals.front()->get_items_expected_max());
    if (guide == nullptr || is_complete) {
        return;
    }
    if (guide->kind == ValueKind::command) {
        const Command* command = &root;
        for (const GivenArgument& argument : given.arguments) {
            const Command* const below = command->find_command(argument.text);
            command = below == nullptr ? command : below;
        }
        for (const Command* const below : command->commands()) {
            candidates.add(below->get_name(), below->get_description());
        }
        return;
    }
    add_values(candidates, *guide, {});
}

/// The option whose value the next word is; null if there is none.
const GivenOption* open_option(const GivenArguments& given) {
    if (given.options.empty()) {
        return nullptr;
    }
    const GivenOption& last = given.options.back();
    const bool goes_on = last.option != nullptr && !last.values.empty() && takes_many(*last.option) &&
                         last.values.back().word + 1 == given.words.size();
    return last.lacks_value || goes_on ? &last : nullptr;
}

} // namespace

std::string completions_of(const Command& root, std::vector<std::string> words) {
    const std::string typed = words.empty() ? std::string() : words.back();
    if (!words.empty()) {
        words.pop_back();
    }
    Candidates candidates(typed);
    const GivenArguments given = read_arguments(root, std::move(words));
    const GivenOption* const open = open_option(given);
    if (open != nullptr) {
        if (const ValueGuide* const guide = given.command->guide_of(open->option)) {
            add_values(candidates, *guide, {});
        }
    } else if (const std::size_t equals = typed.find('=');
               !given.has_mark && typed.starts_with("--") && equals != std::string::npos) {
        const CLI::Option* const option = given.command->find_option(typed.substr(0, equals));
        if (const ValueGuide* const guide = given.command->guide_of(option)) {
            add_values(candidates, *guide, typed.substr(0, equals + 1));
        }
    } else if (!given.has_mark && typed.starts_with('-')) {
        add_options(candidates, given);
    } else {
        add_arguments(candidates, root, given);
    }
    return candidates.text();
}

} // namespace recital
