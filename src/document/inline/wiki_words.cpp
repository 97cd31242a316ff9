// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/wiki_words.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace recital {

namespace {

WikiWords load() {
    WikiWords words;
    for (const DataRow& row : read_data_table(resource_folder() / "data" / "document" / "wiki.tsv", 3, 2)) {
        const std::string name = fold_case(row.cells[1]);
        if (row.cells[0] == "namespace") {
            words.namespaces.insert(name);
        } else if (row.cells[0] == "element") {
            words.elements.insert(name);
        } else if (row.cells[0] == "template") {
            words.templates.emplace(name, row.cells[2]);
        } else if (row.cells[0] == "month") {
            words.months.push_back(row.cells[1]);
        } else {
            throw Error(ErrorKind::usage,
                        "\"" + row.cells[0] + "\" is not namespace, element, template or month", row.place);
        }
    }
    return words;
}

/// The number that the text is; 0 if it is none, or a larger one.
unsigned number_in(std::string_view text, unsigned max) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= max ? number : 0;
}

} // namespace

const WikiWords& WikiWords::known() {
    static const WikiWords words = load();
    return words;
}

std::string date_of_template(const std::vector<std::string_view>& arguments, bool month_first) {
    constexpr unsigned max_year = 9999;
    constexpr unsigned max_day = 31;
    constexpr std::size_t max_parts = 3;
    std::vector<std::string_view> parts(
        arguments.begin(),
        arguments.begin() + static_cast<std::ptrdiff_t>(std::min(arguments.size(), max_parts)));
    const bool is_one = parts.size() == 1 || (parts.size() > 1 && parts[1].empty());
    if (is_one && parts.front().find('-') != std::string_view::npos) {
        parts = split(parts.front(), '-');
    }
    const auto& months = WikiWords::known().months;
    const unsigned year = parts.empty() ? 0 : number_in(parts[0], max_year);
    const unsigned month = parts.size() < 2 ? 0 : number_in(parts[1], static_cast<unsigned>(months.size()));
    const unsigned day = parts.size() < max_parts || month == 0 ? 0 : number_in(parts[2], max_day);
    if (year == 0) {
        return arguments.empty() ? std::string() : std::string(arguments.front());
    }
    if (month == 0) {
        return std::to_string(year);
    }
    const std::string& name = months[month - 1];
    if (day == 0) {
        return fmt::format("{} {}", name, year);
    }
    return month_first ? fmt::format("{} {}, {}", name, day, year) : fmt::format("{} {} {}", day, name, year);
}

} // namespace recital
