// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/takes/request.h"

#include <optional>
#include <string>

namespace recital {

/// The levels of a voice as the note that the store keeps: a line for each role, with gain and reference
/// loudness in two decimals.
[[nodiscard]] std::string write_level_note(const RoleLevels& levels);

/// The levels of such a note. Nothing unless the note is what `write_level_note` wrote: whatever else was
/// taken for levels would set the loudness of every book that follows.
[[nodiscard]] std::optional<RoleLevels> read_level_note(const std::string& note);

} // namespace recital
