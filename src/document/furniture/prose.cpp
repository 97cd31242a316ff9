// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/prose.h"

#include <algorithm>
#include <utility>

namespace recital {

bool has_sentence_end(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_mark = text[at] == '.' || text[at] == '!' || text[at] == '?';
        if (is_mark && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '"')) {
            return true;
        }
    }
    return text.find("\u3002") != std::string_view::npos || text.find("\u0964") != std::string_view::npos;
}

bool is_prose(const Block& block) {
    constexpr std::size_t min_bytes = 30;
    return block.kind != Block::Kind::heading && block.text.size() >= min_bytes &&
           has_sentence_end(block.text);
}

bool holds_prose(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), is_prose);
}

bool holds_sentence(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.kind != Block::Kind::heading && has_sentence_end(block.text);
    });
}

std::string keep_prose(Outline& outline, const std::function<void(Outline&)>& step) {
    std::vector<Block> before = outline.blocks;
    const std::size_t omissions = outline.omissions.size();
    step(outline);
    if (holds_sentence(outline.blocks) || !holds_prose(before)) {
        return {};
    }
    std::string kinds;
    for (auto omission = outline.omissions.begin() + static_cast<std::ptrdiff_t>(omissions);
         omission != outline.omissions.end(); ++omission) {
        if (kinds.find(omission->kind) == std::string::npos) {
            kinds += (kinds.empty() ? "" : ", ") + omission->kind;
        }
    }
    outline.blocks = std::move(before);
    outline.omissions.resize(omissions);
    return kinds.empty() ? "what surrounds texts elsewhere" : kinds;
}

} // namespace recital
