// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"

#include "base/file.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <string_view>

namespace recital {

namespace {

constexpr std::string_view blank = " \r";

std::vector<std::string> split_cells(std::string_view line) {
    std::vector<std::string> cells;
    for (const std::string_view cell : split(line, '\t')) {
        cells.emplace_back(trimmed(cell, blank));
    }
    return cells;
}

} // namespace

void for_each_data_row(const std::filesystem::path& path, std::size_t columns, std::size_t required,
                       const std::function<void(DataRow&&)>& receive) {
    const std::string content = read_file(path);
    std::string_view rest = content;
    rest.remove_prefix(rest.starts_with(utf8_mark) ? utf8_mark.size() : 0);
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = cut_front(rest, '\n');
        if (trimmed(line, blank).empty() || line.starts_with('#')) {
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
        receive(std::move(row));
    }
}

std::vector<DataRow> read_data_table(const std::filesystem::path& path, std::size_t columns,
                                     std::size_t required) {
    std::vector<DataRow> rows;
    for_each_data_row(path, columns, required, [&rows](DataRow&& row) { rows.push_back(std::move(row)); });
    return rows;
}

} // namespace recital
