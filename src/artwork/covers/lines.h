// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The room that a text is to be set in; lengths in points.
struct LineRoom {
    double width = 0;
    double height = 0;
    double largest = 0; ///< size of the letters, where the room allows it
    double leading = 1; ///< from line to line, in sizes of the letters
};

/// A text in lines.
struct SetText {
    std::vector<std::string> lines; ///< at least one; together the whole text but for the spaces between them
    double size = 0;                ///< of the letters, in points
};

/// The text in so many lines that its letters are largest, the lines as equal in length as they can be; the
/// fewest lines where several numbers do. Lines end where Unicode Standard Annex 14 allows it; what cannot be
/// split is set smaller, never cut. Names stay together at hyphens, and particles with what they belong to:
/// "van Beethoven". `width_of` measures a text in letters of one point.
[[nodiscard]] SetText set_in_lines(std::string_view text, const LineRoom& room,
                                   const std::function<double(const std::string&)>& width_of);

} // namespace recital
