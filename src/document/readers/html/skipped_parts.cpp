// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/skipped_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace recital {

namespace {

/// The bytes of paragraphs that are long enough to be running text.
std::size_t prose_of(const std::vector<Block>& blocks) {
    constexpr std::size_t min_length = 100;
    std::size_t prose = 0;
    for (const Block& block : blocks) {
        const bool text = block.kind != Block::Kind::heading && block.text.size() >= min_length;
        prose += text ? block.text.size() : 0;
    }
    return prose;
}

} // namespace

void SkippedParts::take(Outline& outline, std::size_t begin, const std::string& reason) {
    const auto from = outline.blocks.begin() + static_cast<std::ptrdiff_t>(begin);
    if (from == outline.blocks.end()) {
        return;
    }
    parts_.push_back(
        {reason, begin, {std::make_move_iterator(from), std::make_move_iterator(outline.blocks.end())}});
    outline.blocks.erase(from, outline.blocks.end());
    for (Anchor& anchor : outline.anchors) {
        anchor.block = std::min(anchor.block, begin);
    }
}

void SkippedParts::restore(Outline& outline, const std::string& reason) {
    // The last one first: the positions of those before it stay right.
    for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
        if (part->reason != reason) {
            continue;
        }
        for (Anchor& anchor : outline.anchors) {
            anchor.block += anchor.block > part->position ? part->blocks.size() : 0;
        }
        outline.blocks.insert(outline.blocks.begin() + static_cast<std::ptrdiff_t>(part->position),
                              std::make_move_iterator(part->blocks.begin()),
                              std::make_move_iterator(part->blocks.end()));
    }
    std::erase_if(parts_, [&reason](const Part& part) { return part.reason == reason; });
}

void SkippedParts::restore_text(Outline& outline, const std::string& name) {
    std::map<std::string, std::size_t> prose;
    for (const Part& part : parts_) {
        prose[part.reason] += prose_of(part.blocks);
    }
    const auto most = std::max_element(prose.begin(), prose.end(), [](const auto& left, const auto& right) {
        return left.second < right.second;
    });
    if (most != prose.end() && most->second > prose_of(outline.blocks)) {
        outline.diagnostics.push_back(
            {fmt::format("elements of {} are read, because they hold most of the text of the page",
                         most->first),
             {name, 0}});
        restore(outline, most->first);
    }
}

void SkippedParts::list(Outline& outline) {
    for (const Part& part : parts_) {
        std::string text;
        for (const Block& block : part.blocks) {
            text += (text.empty() ? "" : " ") + block.text;
        }
        outline.omissions.push_back(
            {"elements of " + part.reason, std::move(text), part.blocks.front().line});
    }
    parts_.clear();
}

} // namespace recital
