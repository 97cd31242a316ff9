// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/option_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

std::vector<OptionGroup> option_groups(const Command& command) {
    std::vector<OptionGroup> groups;
    for (const CLI::Option* const option : command.named_options()) {
        const std::string& heading = option->get_group();
        if (heading.empty()) {
            continue;
        }
        auto group = std::find_if(groups.begin(), groups.end(), [&heading](const OptionGroup& candidate) {
            return candidate.heading == heading;
        });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), OptionGroup{heading, {}});
        }
        group->options.push_back(option);
    }
    std::stable_partition(groups.begin(), groups.end(),
                          [](const OptionGroup& group) { return group.heading != "Help"; });
    return groups;
}

OptionLabel label_of(const Command& command, const CLI::Option& option) {
    OptionLabel label;
    for (const std::string& name : option.get_snames()) {
        label.names.push_back('-' + name);
    }
    for (const std::string& name : option.get_lnames()) {
        label.names.push_back("--" + name);
    }
    const ValueGuide* const guide = command.guide_of(&option);
    label.value = guide == nullptr ? std::string() : guide->name;
    return label;
}

std::string usage_of(const Command& command) {
    std::string usage = "[OPTIONS]";
    for (const CLI::Option* const option : command.named_options()) {
        if (option->get_required()) {
            const OptionLabel label = label_of(command, *option);
            usage += fmt::format(" {} {}", label.names.front(), label.value);
        }
    }
    for (const CLI::Option* const positional : command.positionals()) {
        const std::string name =
            positional->get_name() + (positional->get_items_expected_max() > 1 ? "..." : "");
        usage += positional->get_required() ? ' ' + name : fmt::format(" [{}]", name);
    }
    if (!command.commands().empty()) {
        usage += command.parent() == nullptr ? " [COMMAND]" : " COMMAND";
    }
    return usage;
}

} // namespace recital
