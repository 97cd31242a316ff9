// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/edit.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view blank = " \r";

/// As entries are compared: composed, and with one kind of apostrophe.
std::string comparable(std::string_view text) {
    std::string form;
    for (std::string_view rest = text; !rest.empty();) {
        const bool is_curly = rest.starts_with("\u2019");
        form += is_curly ? '\'' : rest.front();
        rest.remove_prefix(is_curly ? std::string_view("\u2019").size() : 1);
    }
    return normalise_nfc(trimmed(form, blank));
}

/// What a line of the table says of the form.
struct Row {
    bool has_form = false;
    bool has_context = false;
    bool has_language = false;
    std::string pronunciation;
};

/// See data/lexicon/README.md: the third and fourth cell of a short entry are empty or missing.
Row row_of(std::string_view line, const std::string& form) {
    constexpr std::size_t columns = 4;
    std::vector<std::string> cells;
    for (const std::string_view text : split(line, '\t')) {
        cells.emplace_back(trimmed(text, blank));
    }
    cells.resize(std::max(cells.size(), columns));
    if (line.starts_with('#') || comparable(cells[0]) != form || cells[1].empty()) {
        return {};
    }
    const bool is_short = cells[2].empty() && cells[3].empty();
    const auto says = [](const std::string& cell) { return !cell.empty() && cell != "-"; };
    return {true, !is_short && says(cells[2]), !is_short && says(cells[1]), cells[is_short ? 1 : 3]};
}

} // namespace

EditedTable with_entry(std::string_view table, std::string_view written, std::string_view pronunciation) {
    const std::string form = comparable(written);
    const bool has_returns = table.substr(0, table.find('\n')).ends_with('\r');
    const std::string entry =
        fmt::format("{}\t{}{}\n", normalise_nfc(trimmed(written, blank)),
                    normalise_nfc(trimmed(pronunciation, blank)), has_returns ? "\r" : "");
    EditedTable edited;
    std::size_t number = 0;
    for (std::string_view rest = table; !rest.empty();) {
        const std::string_view line = cut_front(rest, '\n');
        ++number;
        const std::string_view mark =
            number == 1 && line.starts_with(utf8_mark) ? utf8_mark : std::string_view();
        const Row row = row_of(line.substr(mark.size()), form);
        if (edited.line == 0 && row.has_form && !row.has_context) { // it would win over entries below it
            edited.text.append(mark).append(entry);
            edited.line = number;
            edited.replaced = row.has_language ? std::string() : row.pronunciation;
            if (!row.has_language) {
                continue;
            }
            edited.text.append(line.substr(mark.size())).append("\n");
            continue;
        }
        edited.text.append(line).append("\n");
    }
    if (edited.line == 0) {
        edited.text += entry;
        edited.line = number + 1;
    }
    return edited;
}

} // namespace recital
