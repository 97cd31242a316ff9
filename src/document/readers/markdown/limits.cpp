// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/limits.h"

#include "base/error.h"
#include "base/strings.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

constexpr std::size_t max_brackets = 2000; ///< of one paragraph
constexpr std::size_t max_columns = 128;   ///< of a table

/// Whether a line ends the paragraph before it: it is blank, or begins a heading, an item, a quotation or a
/// row.
bool begins_block(std::string_view line) {
    const std::string_view text = trimmed(line, " \t\r");
    return text.empty() || std::string_view("#>-*+|").find(text.front()) != std::string_view::npos ||
           (text.front() >= '0' && text.front() <= '9');
}

/// "|---|:-:|": the line below the head of a table.
bool is_table_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos &&
           line.find_first_not_of("|-:> \t\r") == std::string_view::npos;
}

std::size_t count(std::string_view text, char sign) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), sign));
}

} // namespace

void check_markdown_limits(std::string_view text, const std::string& name, std::size_t lines_before) {
    std::size_t brackets = 0;
    for (std::size_t number = lines_before + 1; !text.empty(); ++number) {
        const std::string_view line = cut_front(text, '\n');
        brackets = (begins_block(line) ? 0 : brackets) + count(line, '[');
        if (brackets > max_brackets) {
            throw Error(
                ErrorKind::input,
                fmt::format("a paragraph contains more than {} opening brackets: divide it by blank lines",
                            max_brackets),
                {name, number});
        }
        if (is_table_rule(line) && count(line, '|') > max_columns + 1) {
            throw Error(
                ErrorKind::input,
                fmt::format("a table has more than {} columns: remove it, tables are not read", max_columns),
                {name, number});
        }
    }
}

} // namespace recital
