// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>

namespace recital::testing_support {

/// The blocks of an outline in one line, as tests/data/document/docx.tsv writes them.
inline std::string outline_text(const Outline& outline) {
    std::string all;
    for (const Block& block : outline.blocks) {
        std::string text = block.text;
        for (auto emphasis = block.emphases.rbegin(); emphasis != block.emphases.rend(); ++emphasis) {
            text.insert(emphasis->end, "]");
            text.insert(emphasis->begin, "[");
        }
        for (auto line = text.find('\n'); line != std::string::npos; line = text.find('\n')) {
            text.replace(line, 1, " / ");
        }
        all += all.empty() ? "" : " | ";
        all += block.kind == Block::Kind::heading ? "#" + std::to_string(block.level) + " "
               : block.kind == Block::Kind::line  ? "- "
                                                  : "";
        all += text;
    }
    return all;
}

} // namespace recital::testing_support
