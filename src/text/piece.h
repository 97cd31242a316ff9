// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recital {

enum class PieceKind {
    word,   ///< letters, with apostrophes between them
    number, ///< digits, with grouping commas and a decimal part
    mark,   ///< one character that is neither
};

/// A stretch of a sentence that is never taken apart.
struct Piece {
    PieceKind kind = PieceKind::mark;
    std::string_view text;
    std::size_t begin = 0; ///< byte in the sentence
    bool spaced = false;   ///< whether a space stands in front of it

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

/// The pieces of a sentence in order; spaces belong to none.
[[nodiscard]] std::vector<Piece> split_pieces(std::string_view sentence);

} // namespace recital
