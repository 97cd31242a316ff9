// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What to do with control characters other than white space.
enum class Controls { drop, keep };

/// Normalises one paragraph or heading: Unicode normalisation form C, runs of white space as one space, no
/// white space at the ends, no zero-width characters or soft hyphens, Latin ligatures as their letters.
[[nodiscard]] std::string normalise_text(std::string_view text, Controls controls = Controls::drop);

} // namespace recital
