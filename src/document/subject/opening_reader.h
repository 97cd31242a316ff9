// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/subject/opening_statement.h"

#include <string_view>

namespace recital {

/// The statement that one sentence makes of its subject; without a name if it makes none.
[[nodiscard]] OpeningStatement read_statement(std::string_view sentence, std::string_view language);

} // namespace recital
