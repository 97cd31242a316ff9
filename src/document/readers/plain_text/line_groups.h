// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One line of plain text.
struct Line {
    std::string_view text;  ///< without white space at its ends
    std::size_t indent = 0; ///< columns of white space before it
    std::size_t number = 0; ///< from 1
};

/// Consecutive lines between blank ones.
struct LineGroup {
    std::vector<Line> lines;
    std::size_t gap = 0;    ///< blank lines before it
    std::size_t margin = 0; ///< the column up to which the text has been wrapped so far
};

/// Splits a text into its groups, one after the other. Lines are views into `text`.
class LineGroupReader {
public:
    explicit LineGroupReader(std::string_view text) : rest_(text) {}

    /// The next group; one without lines at the end of the text.
    [[nodiscard]] LineGroup next();

private:
    std::string_view rest_;
    std::size_t number_ = 0;
    std::size_t margin_ = 60;
};

/// The first byte of a run of at least `width` spaces; the line's size if there is none.
[[nodiscard]] std::size_t find_gap(std::string_view line, std::size_t width);

/// Whether the line's text is in columns, separated by wide gaps.
[[nodiscard]] bool has_columns(std::string_view line);

/// Whether the line begins an item of a list: "- ", "* ", "3. ", "(b) ".
[[nodiscard]] bool begins_item(std::string_view line);

/// Whether the line begins with the sign of an item, also one that may open dialogue: "- ", "\u2013 ",
/// "-Songs".
[[nodiscard]] bool begins_bullet(std::string_view line);

/// The level of the heading that this line underlines; 0 if it is not an underline.
[[nodiscard]] int underline_level(std::string_view line);

} // namespace recital
