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
    };
    Kind kind = Kind::paragraph;
    int level = 0;
    std::string text; ///< one line, single spaces, NFC; never empty
    std::size_t line = 0;
};

/// What every reader of a format hands on: the blocks in reading order and what the source says of itself.
struct Outline {
    std::vector<Block> blocks;
    std::string musician; ///< as declared by the source, else empty; so are the others
    std::string id;
    std::string title;
    std::string author;
    std::string date;
    std::string language;
    std::vector<Diagnostic> diagnostics;
};

} // namespace recital
