// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>

namespace recital {

/// The place as a person knows it: "a.txt:3", "standard input:3".
[[nodiscard]] std::string place_text(const SourcePlace& place);

} // namespace recital
