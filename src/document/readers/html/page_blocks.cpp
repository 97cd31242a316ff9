// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/page_blocks.h"

#include "document/furniture/furniture.h"
#include "document/inline/normalise.h"
#include "document/structure/tables.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace recital {

namespace {

/// "Home | Concerts | Guests": a heading that is a row of labels.
bool is_link_row(std::string_view heading) {
    return heading.find('|') != std::string_view::npos &&
           furniture_kind(heading, FurniturePlace::page) == "navigation";
}

} // namespace

void PageBlocks::add(Block block, bool is_link, bool set_aside) {
    const bool may_be_label = block.kind == Block::Kind::paragraph || is_link;
    const std::string_view kind =
        furniture_kind(block.text, may_be_label ? FurniturePlace::page : FurniturePlace::anywhere);
    if (!kind.empty() && !set_aside) {
        omit(std::string(kind), std::move(block.text), block.line);
        labels_ += is_link ? 1 : 0;
        return;
    }
    if (!is_link && link_blocks_ == outline_.blocks.size()) {
        drop_links(link_blocks_);
    }
    link_blocks_ = is_link ? link_blocks_ + 1 : 0;
    labels_ = is_link ? labels_ : 0;
    outline_.blocks.push_back(std::move(block));
}

void PageBlocks::add_heading(std::string text, int level, std::size_t line) {
    if (is_link_row(text)) {
        omit("navigation", std::move(text), line);
    } else if (!text.empty()) {
        if (link_blocks_ == outline_.blocks.size()) {
            drop_links(link_blocks_);
        }
        link_blocks_ = 0;
        outline_.blocks.push_back({Block::Kind::heading, level, std::move(text), line});
    }
}

void PageBlocks::add_preformatted(std::vector<Block> blocks) {
    link_blocks_ = 0;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(outline_.blocks));
}

void PageBlocks::omit(std::string kind, std::string text, std::size_t line) {
    outline_.omissions.push_back({std::move(kind), std::move(text), line});
}

void PageBlocks::set_aside(std::size_t begin, const std::string& reason) {
    skipped_.take(outline_, begin, reason);
    link_blocks_ = 0;
}

void PageBlocks::drop_caption(std::size_t begin) {
    constexpr std::size_t max_caption = 300; // bytes
    const auto first =
        outline_.blocks.begin() + static_cast<std::ptrdiff_t>(std::min(begin, outline_.blocks.size()));
    std::string text;
    std::for_each(first, outline_.blocks.end(),
                  [&text](const Block& block) { text += (text.empty() ? "" : " ") + block.text; });
    if (!text.empty() && text.size() <= max_caption &&
        std::none_of(first, outline_.blocks.end(), is_heading)) {
        omit("captions of figures", std::move(text), first->line);
        outline_.blocks.erase(first, outline_.blocks.end());
        link_blocks_ = 0;
    }
}

void PageBlocks::end_table(bool is_kept) {
    if (tables_.empty()) {
        return;
    }
    const std::size_t begin = tables_.back();
    tables_.pop_back();
    if (!is_kept && drop_table(outline_, begin, name_)) {
        link_blocks_ = 0;
    }
}

Outline PageBlocks::finish(bool is_part) {
    drop_last_links();
    if (!is_part) {
        skipped_.restore_text(outline_, name_);
    }
    skipped_.list(outline_);
    outline_.title = normalise_text(outline_.title);
    return std::move(outline_);
}

/// Removes the last blocks, which consist of links, if there are so many that they are navigation.
void PageBlocks::drop_links(std::size_t count) {
    constexpr std::size_t min_links = 3;
    if (count == 0 || count + labels_ < min_links) {
        return;
    }
    const auto first = outline_.blocks.end() - static_cast<std::ptrdiff_t>(count);
    std::transform(first, outline_.blocks.end(), std::back_inserter(outline_.omissions),
                   [](Block& block) { return Omission{"navigation", std::move(block.text), block.line}; });
    outline_.blocks.erase(first, outline_.blocks.end());
    for (Anchor& anchor : outline_.anchors) {
        anchor.block = std::min(anchor.block, outline_.blocks.size());
    }
    link_blocks_ = 0;
}

/// Links at the end of the page are navigation, unless a heading or a colon announces them.
void PageBlocks::drop_last_links() {
    const std::size_t others = outline_.blocks.size() - link_blocks_;
    const bool announced = others > 0 && (outline_.blocks[others - 1].kind == Block::Kind::heading ||
                                          outline_.blocks[others - 1].text.ends_with(':'));
    if (others > 0 && !announced) {
        drop_links(link_blocks_);
    }
}

} // namespace recital
