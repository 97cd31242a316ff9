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

/// Whether the line is right-aligned: a signature, an author's name.
[[nodiscard]] bool is_set_right(const Line& line);

} // namespace recital
