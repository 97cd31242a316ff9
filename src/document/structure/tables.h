// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>

namespace recital {

/// Drops the blocks from `begin` to the end, which are those of a table, with a diagnostic, unless the table
/// lays out running text. Returns whether it did. `name` is the file.
bool drop_table(Outline& outline, std::size_t begin, const std::string& name);

} // namespace recital
