// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace recital {

/// One entry of a data file.
struct DataRow {
    std::vector<std::string>
        cells;         ///< exactly as many as the table's columns; missing trailing ones are empty
    SourcePlace place; ///< the entry's file and line, for messages
};

/// Reads a data file as `read_data_table` does, and hands over one entry after another.
void for_each_data_row(const std::filesystem::path& path, std::size_t columns, std::size_t required,
                       const std::function<void(DataRow&&)>& receive);

/// Reads a data file with one entry per line: UTF-8, cells separated by tabs, spaces around cells removed;
/// empty lines and lines that start with '#' are ignored. Throws an `input` error if the file cannot be read,
/// and a `usage` error with file and line if a line is not UTF-8 or has fewer than `required` or more than
/// `columns` cells.
[[nodiscard]] std::vector<DataRow> read_data_table(const std::filesystem::path& path, std::size_t columns,
                                                   std::size_t required);

} // namespace recital
