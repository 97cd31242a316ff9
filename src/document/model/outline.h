// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "document/model/metadata.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// One block of a source as its format marks it.
struct Block {
    enum class Kind {
        heading,   ///< `level` from 1, the highest
        paragraph, ///< running text
        line,      ///< a line of verse or of a letter, an item of a list: never joined with its neighbours
    };
    Kind kind = Kind::paragraph;
    int level = 0;
    std::string text; ///< single spaces, NFC; never empty; one line, but for headings of several lines
    std::size_t line = 0;
    std::vector<TextRange> emphases = {}; ///< spans of the text that are set apart, in order
    bool is_centred = false;
    bool is_before_picture = false; ///< a picture or player follows it
    bool is_item = false;           ///< it is an item of a list that has signs, not numbers
};

[[nodiscard]] inline bool is_heading(const Block& block) {
    return block.kind == Block::Kind::heading;
}

/// A part of a source that is not read aloud on purpose.
struct Omission {
    std::string kind; ///< what it and its like are: "captions"
    std::string text; ///< what would have been read
    std::size_t line = 0;
};

/// A target of links, by its id.
struct Anchor {
    std::string id;
    std::size_t block = 0; ///< index of the block that begins there
};

/// What every reader returns: the blocks in reading order and the metadata that the source states.
struct Outline : Metadata {
    std::vector<Block> blocks;
    std::vector<Anchor> anchors;
    std::string musician; ///< as declared by the source, otherwise empty
    std::string heading;  ///< above the whole text; it is no chapter. Empty if there is none
    std::vector<Diagnostic> diagnostics;
    std::vector<Omission> omissions; ///< `diagnostics` get a summary of them when a document is made
};

} // namespace recital
