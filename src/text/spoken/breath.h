// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"

#include <string_view>

namespace recital {

/// Whether a long span without a mark is given breath before the word: before a clause, whose preposition
/// stays with it ("the nation, in which"), and before "and the"; after more words also before a
/// preposition.
[[nodiscard]] bool needs_breath(const Verbalization& speech, std::string_view word);

} // namespace recital
