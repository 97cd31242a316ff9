// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// One block of a source as its format marks it.
struct Block {
    enum class Kind {
        heading,   ///< `level` from 1, the highest
        paragraph, ///< running text
        line,      ///< a line of verse or of a letter, an item of a list: stands for itself
    };
    Kind kind = Kind::paragraph;
    int level = 0;
    std::string text; ///< single spaces, NFC; never empty; one line, but for headings of several lines
    std::size_t line = 0;
};

/// A place that others refer to by its id.
struct Anchor {
    std::string id;
    std::size_t block = 0; ///< index of the block that begins there
};

/// What every reader of a format hands on: the blocks in reading order and what the source says of itself.
struct Outline {
    std::vector<Block> blocks;
    std::vector<Anchor> anchors;
    std::string musician; ///< as declared by the source, else empty; so are the others
    std::string id;
    std::string title;
    std::string author;
    std::string date;
    std::string language;
    std::string description;
    std::string rights;
    std::string cover; ///< the bytes of an image
    int part = 0;      ///< the place among several texts about one musician, 0 where none is declared
    std::vector<Diagnostic> diagnostics;
};

} // namespace recital
