// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/command.h"

#include <algorithm>
#include <memory>

namespace recital {

Command::Command(const std::string& description, const std::string& name) : CLI::App(description, name) {
    set_help_flag(); // the library's own is handled before mistakes are, and differs between its releases
    option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw)->group("Help");
    add_flag("-h,--help", asks_help_, "Print this help");
    option_defaults()->group("Options");
    require_subcommand(0, 1); // others of that name are arguments: "recital help render"
}

Command& Command::add_command(const std::string& name, const std::string& description) {
    const auto added = std::make_shared<Command>(description, name);
    added->parent_command_ = this;
    commands_.push_back(added.get());
    add_subcommand(added);
    return *added;
}

CLI::Option* Command::add_repeatable(const std::string& names, std::vector<std::string>& values,
                                     const std::string& help, ValueGuide guide) {
    return add_value(names, values, help + "; repeatable", std::move(guide))
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Command::set_guide(CLI::Option* option, ValueGuide guide) {
    guides_[option] = std::move(guide);
}

void Command::add_exit(int code, std::string meaning) {
    const auto place = std::find_if(exits_.begin(), exits_.end(),
                                    [code](const CommandExit& exit) { return exit.code > code; });
    exits_.insert(place, {code, std::move(meaning)});
}

Command* Command::find_command(std::string_view name) const {
    const auto found = std::find_if(commands_.begin(), commands_.end(),
                                    [name](const Command* command) { return command->get_name() == name; });
    return found == commands_.end() ? nullptr : *found;
}

std::string Command::path() const {
    return parent_command_ == nullptr ? get_name() : parent_command_->path() + ' ' + get_name();
}

std::vector<CLI::Option*> Command::named_options() const {
    // The library has a list of options that can be changed only for an object that can.
    std::vector<CLI::Option*> options = const_cast<Command*>(this)->get_options(); // NOLINT
    std::erase_if(options, [](const CLI::Option* option) { return option->get_positional(); });
    return options;
}

std::vector<CLI::Option*> Command::positionals() const {
    std::vector<CLI::Option*> options = const_cast<Command*>(this)->get_options(); // NOLINT
    std::erase_if(options, [](const CLI::Option* option) { return !option->get_positional(); });
    return options;
}

CLI::Option* Command::find_option(std::string_view name) const {
    const bool is_long = name.starts_with("--");
    const std::string bare(name.substr(std::min(name.size(), std::size_t{is_long ? 2U : 1U})));
    for (CLI::Option* const option : named_options()) {
        if (!bare.empty() && (is_long ? option->check_lname(bare) : option->check_sname(bare))) {
            return option;
        }
    }
    return nullptr;
}

const ValueGuide* Command::guide_of(const CLI::Option* option) const {
    const auto found = guides_.find(option);
    return found == guides_.end() ? nullptr : &found->second;
}

std::string main_name(const CLI::Option& option) {
    if (!option.get_lnames().empty()) {
        return "--" + option.get_lnames().front();
    }
    return option.get_snames().empty() ? option.get_name() : "-" + option.get_snames().front();
}

bool is_flag(const CLI::Option& option) {
    return option.get_items_expected_max() == 0;
}

bool takes_many(const CLI::Option& option) {
    return option.get_items_expected_max() > 1 && option.get_allow_extra_args();
}

} // namespace recital
