// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// One entry of a data file.
struct DataRow {
    std::vector<std::string>
        cells;         ///< exactly as many as the table's columns; missing trailing ones are empty
    SourcePlace place; ///< where the entry stands, for messages
};

/// Reads a data file of one entry a line: UTF-8, cells separated by tabs and trimmed of spaces, empty lines
/// and lines that start with '#' passed over. `required` to `columns` cells a line; more or fewer is a
/// `usage` error that names file and line.
[[nodiscard]] std::vector<DataRow> read_data_table(const std::filesystem::path& path, std::size_t columns,
                                                   std::size_t required);

} // namespace recital
