// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The area in which a text is to be set; lengths in points.
struct LineRoom {
    double width = 0;
    double height = 0;
    double largest = 0; ///< maximum font size
    double leading = 1; ///< distance between lines, as a multiple of the font size
};

/// A text split into lines.
struct SetText {
    std::vector<std::string>
        lines;       ///< at least one; together the whole text without the spaces between lines
    double size = 0; ///< font size in points
};

/// Splits the text into the number of lines that allows the largest font, with lines of similar length; if
/// several numbers do, the smallest. Lines end where Unicode Standard Annex 14 allows it; a part that cannot
/// be split makes the font smaller. Names are not split at hyphens, and particles stay with their name: "van
/// Beethoven". `width_of` returns the width of a text in points for a font size of one point.
[[nodiscard]] SetText set_in_lines(std::string_view text, const LineRoom& room,
                                   const std::function<double(const std::string&)>& width_of);

} // namespace recital
