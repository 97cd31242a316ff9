// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/readers/plain_text/line_groups.h"
#include "document/readers/plain_text/line_joiner.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// Turns groups of lines that are not headings into blocks, depending on their shape: wrapped lines are
/// joined into paragraphs, verse and lists keep their lines, tables are left out.
class PlainBlocks {
public:
    /// `text` is the whole text, which shows how words hyphenated at a line's end are spelled; `name` is used
    /// in messages. Both, and `outline`, to which blocks are appended, must outlive this object.
    PlainBlocks(std::string_view text, const std::string& name, Outline& outline);

    void add(const LineGroup& group);

private:
    void add_prose(const LineGroup& group);
    void add_list(const LineGroup& group);

    /// Joins the lines of a group; lines for which `begins` is true start a new block.
    template <typename Begins>
    void add_joined(const LineGroup& group, Block::Kind kind, Begins begins);

    void add_columns(const Line& line);
    void add_block(Block::Kind kind, std::string_view text, std::size_t number);

    LineJoiner joiner_;
    const std::string& name_;
    Outline& outline_;
};

/// A line without markup and rules, normalised.
[[nodiscard]] std::string normalised_line(std::string_view line);

} // namespace recital
