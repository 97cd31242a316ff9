// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/readers/html/skipped_parts.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// Collects the blocks of a page in an outline, without its buttons, rows of links, captions and tables.
class PageBlocks {
public:
    /// `name` is used in messages and must outlive this object.
    explicit PageBlocks(const std::string& name) : name_(name) {}

    /// Adds a block of text, unless it is a button or the like. `is_link`: it consists of links. Three links
    /// in a row before all else are navigation. `set_aside`: it is in a part that is named as a whole.
    void add(Block block, bool is_link, bool set_aside);

    /// Adds a heading, which may have several lines, unless it is a row of labels.
    void add_heading(std::string text, int level, std::size_t line);

    /// Adds blocks of preformatted text as they are.
    void add_preformatted(std::vector<Block> blocks);

    void omit(std::string kind, std::string text, std::size_t line);

    /// The index of the next block.
    [[nodiscard]] std::size_t size() const { return outline_.blocks.size(); }

    /// Takes the blocks from `begin` out. `reason` names their element; see SkippedParts.
    void set_aside(std::size_t begin, const std::string& reason);

    /// Drops the blocks from `begin`, which are in the frame of a picture, if they are its caption: a short
    /// text.
    void drop_caption(std::size_t begin);

    void begin_table() { tables_.push_back(outline_.blocks.size()); }
    /// A table that lays out a page holds running text; any other is dropped unless it `is_kept`.
    void end_table(bool is_kept);

    /// The outline so far.
    [[nodiscard]] Outline& outline() { return outline_; }
    /// The result. Call once, after the last block. `is_part`: this is only a part of the page.
    [[nodiscard]] Outline finish(bool is_part);

private:
    void drop_links(std::size_t count);
    void drop_last_links();

    const std::string& name_;
    Outline outline_;
    SkippedParts skipped_;
    std::size_t labels_ = 0;          ///< links before the next block that were left out as buttons
    std::size_t link_blocks_ = 0;     ///< at the end of the outline, those that consist of links
    std::vector<std::size_t> tables_; ///< the block at which each open table begins
};

} // namespace recital
