// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// Repairs text that was decoded wrongly, in place, and tells of all repairs in one diagnostic, with the
/// first of them as an example; of those that are guesses in another. `name` is in messages; `first_line` is
/// the line of the source at which the text begins, from 1.
void repair_text(std::string& text, const std::string& name, std::vector<Diagnostic>& diagnostics,
                 std::size_t first_line = 1);

} // namespace recital
