// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What becomes of control characters other than white space.
enum class Controls { drop, keep };

/// One paragraph or heading as it is handed on: Unicode normalisation form C, runs of white space as one
/// space, no zero-width characters or soft hyphens, Latin ligatures as their letters.
[[nodiscard]] std::string normalise_text(std::string_view text, Controls controls = Controls::drop);

/// The text without what is seen and not said: marks of footnotes, citations and pages ("[3]", "[citation
/// needed]",
/// "[Pg 12]"), and in parentheses the sound of a name or its form in another script ("(Russian: Пётр;
/// listen)").
[[nodiscard]] std::string without_marks(std::string_view text);

} // namespace recital
