// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"

#include "base/file.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <string_view>

namespace recital {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \r";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string> split_cells(std::string_view line) {
    std::vector<std::string> cells;
    while (true) {
        const auto tab = line.find('\t');
        cells.emplace_back(trimmed(line.substr(0, tab)));
        if (tab == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(tab + 1);
    }
}

} // namespace

std::vector<DataRow> read_data_table(const std::filesystem::path& path, std::size_t columns,
                                     std::size_t required) {
    const std::string content = read_file(path);
    std::vector<DataRow> rows;
    std::string_view rest = content;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    rest.remove_prefix(rest.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (trimmed(line).empty() || line.starts_with('#')) {
            continue;
        }
        DataRow row{split_cells(line), {path.string(), number}};
        if (!is_utf8(line)) {
            throw Error(ErrorKind::usage, "this line is not UTF-8: save the file as UTF-8", row.place);
        }
        if (row.cells.size() < required || row.cells.size() > columns) {
            throw Error(ErrorKind::usage,
                        fmt::format("an entry has {} to {} cells separated by tabs, here are {}", required,
                                    columns, row.cells.size()),
                        row.place);
        }
        row.cells.resize(columns);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace recital
