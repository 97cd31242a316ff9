// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/help.h"

#include "base/strings.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t label_columns = 30;

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

} // namespace

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
    const std::string label = label_of(*option, is_positional);
    const bool is_beside = label.size() + 2 <= label_columns;
    std::string text = is_beside ? fmt::format("{:<{}}", label, label_columns) : label;
    bool needs_indent = !is_beside;
    for (const std::string& line : wrapped(option->get_description(), max_columns - label_columns)) {
        text += needs_indent ? fmt::format("\n{:{}}{}", "", label_columns, line) : line;
        needs_indent = true;
    }
    return text + '\n';
}

/// "  -j,--jobs N": without what the library adds of limits ("N:INT in [1 - 8]") and of the values of flags
/// ("--no-lyrics{false}").
std::string HelpFormatter::label_of(const CLI::Option& option, bool is_positional) const {
    std::string name = make_option_name(&option, is_positional);
    for (std::size_t brace = name.find('{'); brace != std::string::npos; brace = name.find('{')) {
        name.erase(brace, name.find('}', brace) + 1 - brace);
    }
    const std::string type = option.get_type_name();
    const std::string value = option.get_type_size() == 0 ? std::string() : type.substr(0, type.find(':'));
    return fmt::format("  {}{}{}", name, value.empty() ? "" : " ", value);
}

} // namespace recital
