// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/value_guide.h"

#include <CLI/CLI.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

/// A command line as an example, and what it does.
struct CommandExample {
    std::string line;
    std::string meaning;
};

/// An exit code, and what it means. Shown in their order.
struct CommandExit {
    int code;
    std::string meaning;
};

/// A command of the program in the tree of options: what the library needs to parse it, and what people are
/// told of it. Help, man pages, completions and messages are made of this tree.
class Command : public CLI::App {
public:
    /// The program itself, or a command that `add_command` adds.
    Command(const std::string& description, const std::string& name);

    /// Adds a command below this one, which owns it.
    Command& add_command(const std::string& name, const std::string& description);

    /// Adds an option, or an argument if `names` has no dashes, with one value. `guide` has to fit
    /// `variable`, which has to outlive this object.
    template <typename Variable>
    CLI::Option* add_value(const std::string& names, Variable& variable, const std::string& help,
                           ValueGuide guide) {
        CLI::Option* const option = add_option(names, variable, help);
        set_guide(option, std::move(guide));
        return option;
    }

    /// Adds an option that may be given several times, with one value each time.
    CLI::Option* add_repeatable(const std::string& names, std::vector<std::string>& values,
                                const std::string& help, ValueGuide guide);

    void set_guide(CLI::Option* option, ValueGuide guide);
    void add_example(std::string line, std::string meaning) {
        examples_.push_back({std::move(line), std::move(meaning)});
    }
    void add_exit(int code, std::string meaning);

    /// Neither this command nor such an option is suggested for a mistyped word: it removes or replaces
    /// something.
    void set_destructive() { is_destructive_ = true; }
    void set_destructive(const CLI::Option* option) { destructive_options_.insert(option); }

    [[nodiscard]] const std::vector<Command*>& commands() const { return commands_; }
    [[nodiscard]] const Command* parent() const { return parent_command_; }
    /// The command of this name below this one; null if there is none.
    [[nodiscard]] Command* find_command(std::string_view name) const;
    /// As it is typed: "recital cache prune".
    [[nodiscard]] std::string path() const;

    /// Options in the order they were added, without arguments.
    [[nodiscard]] std::vector<CLI::Option*> named_options() const;
    /// Arguments: what is given without a name.
    [[nodiscard]] std::vector<CLI::Option*> positionals() const;
    /// The option of that name with its dashes; null if there is none.
    [[nodiscard]] CLI::Option* find_option(std::string_view name) const;
    /// Null for flags.
    [[nodiscard]] const ValueGuide* guide_of(const CLI::Option* option) const;
    [[nodiscard]] const std::vector<CommandExample>& examples() const { return examples_; }
    [[nodiscard]] const std::vector<CommandExit>& exits() const { return exits_; }
    [[nodiscard]] bool is_destructive() const { return is_destructive_; }
    [[nodiscard]] bool is_destructive(const CLI::Option* option) const {
        return destructive_options_.contains(option);
    }

private:
    std::vector<Command*> commands_; ///< owned by the library
    const Command* parent_command_ = nullptr;
    std::map<const CLI::Option*, ValueGuide> guides_;
    std::vector<CommandExample> examples_;
    std::vector<CommandExit> exits_;
    std::set<const CLI::Option*> destructive_options_;
    bool is_destructive_ = false;
    bool asks_help_ = false;
};

/// The name of an option that is used in messages: "--format".
[[nodiscard]] std::string main_name(const CLI::Option& option);

/// True if the option has no value.
[[nodiscard]] bool is_flag(const CLI::Option& option);

/// True if one use of the option takes all values that follow it.
[[nodiscard]] bool takes_many(const CLI::Option& option);

} // namespace recital
