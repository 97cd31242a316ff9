// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readers/plain_text/line_groups.h"

#include <cstddef>
#include <string>

namespace recital {

/// What a group of lines is, judged by its shape.
enum class GroupShape {
    prose,            ///< one paragraph, wrapped by hand
    indented_prose,   ///< several, each with its first line indented
    line_a_paragraph, ///< lines too long to have been wrapped by hand
    verse,            ///< separate lines: verse, addresses, signatures, lists without bullets
    list,             ///< items that begin with a bullet or a number
    table,            ///< columns
    rule,             ///< a line of signs between scenes
};

/// The shape of a group, which has at least one line.
[[nodiscard]] GroupShape shape_of(const LineGroup& group);

/// How many lines at the start of the group are titles above prose: without closing punctuation, and much
/// shorter than the lines of the prose.
[[nodiscard]] std::size_t title_lines(const LineGroup& group);

/// The words of a group with spaced letters: one or two capitals a line are one word; in a single line single
/// letters are, with wider gaps between words ("E A R L Y   Y E A R S"). Empty for any other group, and for
/// one that names notes of music ("A C E G").
[[nodiscard]] std::string spaced_word(const LineGroup& group);

/// Whether this line continues a line of verse that begins at column `base` and was too long: it is indented
/// more and begins with a small letter.
[[nodiscard]] bool goes_on_above(const Line& line, std::size_t base);

/// The column at which the widest line of the group ends.
[[nodiscard]] std::size_t widest_line(const LineGroup& group);

/// Whether a line of a list whose items are indented by `indent` columns, and which does not begin an item,
/// does not continue the line before it either: that had room for its first word. `widest`: see widest_line.
[[nodiscard]] bool is_line_of_its_own(const Line& before, const Line& line, std::size_t indent,
                                      std::size_t widest);

/// How many lines before the items of a list introduce it: "Friends:" directly above "- Ida Holm". 0 if the
/// group is anything else.
[[nodiscard]] std::size_t lines_above_list(const LineGroup& group);

/// Whether the line is right-aligned: a signature, an author's name.
[[nodiscard]] bool is_set_right(const Line& line);

} // namespace recital
