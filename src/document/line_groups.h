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

/// Lines that stand together between blank ones.
struct LineGroup {
    std::vector<Line> lines;
    std::size_t gap = 0;    ///< blank lines before it
    std::size_t margin = 0; ///< the column up to which the text has been wrapped so far
};

/// Cuts a text into its groups, one after the other.
class LineGroupReader {
public:
    explicit LineGroupReader(std::string_view text) : rest_(text) {}

    /// The next group, without lines at the end of the text.
    [[nodiscard]] LineGroup next();

private:
    std::string_view rest_;
    std::size_t number_ = 0;
    std::size_t margin_ = 60;
};

/// What a group of lines is by its shape.
enum class GroupShape {
    prose,            ///< one paragraph, wrapped by hand
    indented_prose,   ///< several, each with its first line indented
    line_a_paragraph, ///< lines too long to have been wrapped by hand
    verse,            ///< lines that stand for themselves: verse, addresses, signatures, lists without signs
    list,             ///< items that begin with a sign or a number
    table,            ///< columns
    rule,             ///< a line of signs between scenes
};

[[nodiscard]] GroupShape shape_of(const LineGroup& group);

/// How many lines at the group's front stand for themselves above the prose below them: titles without
/// closing punctuation that end long before the prose does.
[[nodiscard]] std::size_t title_lines(const LineGroup& group);

/// The words of a group whose letters were set apart: one or two capitals a line are one word; in a single
/// line single letters are, with wider gaps between words ("E A R L Y   Y E A R S"). Empty for any other
/// group, and for one that names notes of music ("A C E G").
[[nodiscard]] std::string spaced_word(const LineGroup& group);

/// Whether a line of verse, which begins at column `base`, was too long and goes on in this one: it hangs
/// further in and begins small.
[[nodiscard]] bool goes_on_above(const Line& line, std::size_t base);

/// Whether the line was set to the right: a signature, an author's name.
[[nodiscard]] bool is_set_right(const Line& line);

/// The first byte of a run of at least `width` spaces; the line's size where there is none.
[[nodiscard]] std::size_t find_gap(std::string_view line, std::size_t width);

/// Whether the line's text stands in columns, parted by wide gaps.
[[nodiscard]] bool has_columns(std::string_view line);

/// Whether the line begins an item of a list: "- ", "* ", "3. ", "(b) ".
[[nodiscard]] bool begins_item(std::string_view line);

/// The level that an underline gives to the line above it, 0 for any other line.
[[nodiscard]] int underline_level(std::string_view line);

} // namespace recital
