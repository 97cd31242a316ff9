// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/edit.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <vector>

namespace recital {

namespace {

constexpr std::string_view blank = " \r";

std::string cell(std::string_view text) {
    return normalise_nfc(trimmed(text, blank));
}

bool is_any(std::string_view text) {
    const std::string_view value = trimmed(text, blank);
    return value.empty() || value == "-";
}

/// The pronunciation of a line that is an entry of the form for every language and context; otherwise
/// nothing. Lines of two cells have no language and no context.
std::string pronunciation_of(std::string_view line, const std::string& written) {
    std::vector<std::string_view> cells;
    for (const std::string_view text : split(line, '\t')) {
        cells.push_back(text);
    }
    if (line.starts_with('#') || cells.size() < 2 || cell(cells[0]) != written) {
        return {};
    }
    if (cells.size() < 4) {
        return cells.size() == 2 || is_any(cells[2]) ? cell(cells[1]) : std::string();
    }
    return is_any(cells[1]) && is_any(cells[2]) ? cell(cells[3]) : std::string();
}

} // namespace

EditedTable with_entry(std::string_view table, std::string_view written, std::string_view pronunciation) {
    const std::string form = cell(written);
    const std::string entry = fmt::format("{}\t{}\n", form, cell(pronunciation));
    EditedTable edited;
    std::size_t number = 0;
    std::string_view rest = table;
    if (rest.starts_with(utf8_mark)) {
        edited.text = utf8_mark;
        rest.remove_prefix(utf8_mark.size());
    }
    while (!rest.empty()) {
        const std::string_view line = cut_front(rest, '\n');
        ++number;
        std::string before = edited.line == 0 ? pronunciation_of(line, form) : std::string();
        if (before.empty()) {
            edited.text.append(line).append("\n");
            continue;
        }
        edited.text += entry;
        edited.line = number;
        edited.replaced = std::move(before);
    }
    if (edited.line == 0) {
        edited.text += entry;
        edited.line = number + 1;
    }
    return edited;
}

} // namespace recital
