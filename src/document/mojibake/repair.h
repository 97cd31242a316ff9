// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// Repairs wrongly decoded text in place. One diagnostic reports all repairs, with the first as an example;
/// another one reports those that are guesses. `name` is used in messages; `first_line` is the line of the
/// source at which the text begins, from 1.
void repair_text(std::string& text, const std::string& name, std::vector<Diagnostic>& diagnostics,
                 std::size_t first_line = 1);

} // namespace recital
