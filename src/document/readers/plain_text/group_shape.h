// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readers/plain_text/line_groups.h"

#include <cstddef>
#include <string>

namespace recital {

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

} // namespace recital
