// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/man_page.h"

#include "base/strings.h"
#include "cli/tree/option_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace recital {

namespace {

/// Text of one line: without what roff would obey. A hyphen that is typed has to be written as a minus sign.
std::string roff(std::string_view text) {
    std::string safe;
    if (text.starts_with('.') || text.starts_with('\'')) {
        safe = "\\&";
    }
    for (const char letter : text) {
        switch (letter) {
        case '\\':
            safe += "\\e";
            break;
        case '-':
            safe += "\\-";
            break;
        case '`':
            safe += "\\(ga";
            break;
        case '\'':
            safe += "\\(aq";
            break;
        default:
            safe += letter;
        }
    }
    return safe;
}

std::string bold(std::string_view text) {
    return fmt::format("\\fB{}\\fR", roff(text));
}

std::string paragraph(const std::string& label, std::string_view description) {
    return fmt::format(".TP\n{}\n{}\n", label, roff(description));
}

/// "recital-render"
std::string page_name(const Command& command) {
    std::string name = command.path();
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string upper_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return text;
}

std::string option_entries(const Command& command, const std::vector<const CLI::Option*>& options) {
    std::string text;
    for (const CLI::Option* const option : options) {
        const OptionLabel label = label_of(command, *option);
        std::string shown;
        for (const std::string& name : label.names) {
            shown += (shown.empty() ? "" : ", ") + bold(name);
        }
        text +=
            paragraph(label.value.empty() ? shown : fmt::format("{} \\fI{}\\fR", shown, roff(label.value)),
                      option->get_description());
    }
    return text;
}

std::string argument_entries(const Command& command) {
    std::string text;
    for (const CLI::Option* const positional : command.positionals()) {
        text += paragraph(fmt::format("\\fI{}\\fR", positional->get_name()), positional->get_description());
    }
    return text;
}

std::string options_section(const Command& command) {
    std::string text = ".SH OPTIONS\n" + argument_entries(command);
    const std::vector<OptionGroup> groups = option_groups(command);
    for (const OptionGroup& group : groups) {
        if (groups.size() > 2) { // more than one and that of --help
            text += fmt::format(".SS {}\n", roff(group.heading));
        }
        text += option_entries(command, group.options);
    }
    return text;
}

/// Commands of the program have pages; those below them have sections in these.
std::string commands_section(const Command& command) {
    std::string text = command.commands().empty() ? "" : ".SH COMMANDS\n";
    for (const Command* const below : command.commands()) {
        if (command.parent() == nullptr) {
            text += paragraph(fmt::format("{}(1)", bold(page_name(*below))), below->get_description());
            continue;
        }
        text += fmt::format(".SS {} {}\n{}.\n", roff(below->path()), roff(usage_of(*below)),
                            roff(below->get_description()));
        text += argument_entries(*below);
        for (const OptionGroup& group : option_groups(*below)) {
            text += option_entries(*below, group.options);
        }
    }
    return text;
}

template <typename Get>
void collect(const Command& command, std::string& text, Get get) {
    text += get(command);
    for (const Command* const below :
         command.parent() == nullptr ? std::vector<Command*>() : command.commands()) {
        collect(*below, text, get);
    }
}

std::string examples_section(const Command& command) {
    std::string text;
    collect(command, text, [](const Command& one) {
        std::string entries;
        for (const CommandExample& example : one.examples()) {
            entries += paragraph(bold(example.line), example.meaning);
        }
        return entries;
    });
    return text.empty() ? text : ".SH EXAMPLES\n" + text;
}

std::string exits_section(const Command& command) {
    const Command& shown =
        command.exits().empty() && !command.commands().empty() ? *command.commands().front() : command;
    std::string text = ".SH EXIT STATUS\n";
    for (const CommandExit& exit : shown.exits()) {
        text += paragraph(bold(fmt::format("{}", exit.code)), exit.meaning);
    }
    return text;
}

std::string see_also(const Command& command) {
    std::vector<std::string> pages;
    if (command.parent() != nullptr) {
        pages.push_back(page_name(*command.parent()));
    }
    const Command& root = command.parent() == nullptr ? command : *command.parent();
    for (const Command* const other : root.commands()) {
        if (other != &command) {
            pages.push_back(page_name(*other));
        }
    }
    std::vector<std::string> shown;
    for (const std::string& page : pages) {
        shown.push_back(bold(page) + "(1)");
    }
    return fmt::format(".SH SEE ALSO\n{}\n", fmt::join(shown, ",\n"));
}

constexpr const char* environment =
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBRECITAL_RESOURCES\\fR\n"
    "Folder that holds the folders data and voices of recital, if they are not "
    "where the program was installed\n"
    ".TP\n\\fBXDG_CACHE_HOME\\fR\n"
    "Folder below which rendered passages are kept, in recital\n";

} // namespace

std::string man_page(const Command& command, std::string_view version) {
    const std::string name = page_name(command);
    std::string page = fmt::format(".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
                                   ".TH \"{}\" 1 \"\" \"{}\" \"User Commands\"\n",
                                   roff(upper_case(name)), roff(version));
    std::string description = command.get_description();
    while (description.ends_with('.')) {
        description.pop_back();
    }
    page += fmt::format(".SH NAME\n{} \\- {}\n", roff(name), roff(description));
    page += fmt::format(".SH SYNOPSIS\n{} {}\n", bold(command.path()), roff(usage_of(command)));
    page += fmt::format(".SH DESCRIPTION\n{}.\n", roff(description));
    page += commands_section(command) + options_section(command);
    page += environment + examples_section(command) + exits_section(command) + see_also(command);
    return page;
}

} // namespace recital
