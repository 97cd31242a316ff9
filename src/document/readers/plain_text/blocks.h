// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/readers/plain_text/line_groups.h"
#include "document/readers/plain_text/line_joiner.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// Turns groups of lines that are no headings into blocks by their shape: paragraphs joined from wrapped
/// lines, verse and lists with lines of their own, tables left out.
class PlainBlocks {
public:
    /// `text` is the whole text, which tells how words that were cut at a line's end are written; `name` is
    /// in messages. What is read goes to the end of `outline`.
    PlainBlocks(std::string_view text, const std::string& name, Outline& outline);

    void add(const LineGroup& group);

private:
    void add_prose(const LineGroup& group);

    /// Joins the lines of a group; those that `begins` picks out start a block of their own.
    template <typename Begins>
    void add_joined(const LineGroup& group, Block::Kind kind, Begins begins);

    void add_columns(const Line& line);
    void add_block(Block::Kind kind, std::string_view text, std::size_t number);

    LineJoiner joiner_;
    const std::string& name_;
    Outline& outline_;
};

/// The words of a line without markup and rules, tidied.
[[nodiscard]] std::string normalised_line(std::string_view line);

} // namespace recital
