// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

class Language;

/// A run of terminators (".", "?!", "...") in a text, and the marks that close after it. Positions are bytes.
struct Terminator {
    std::size_t first = 0;   ///< its first mark
    std::size_t run_end = 0; ///< after its last mark
    std::size_t end = 0;     ///< after the closing quotation marks, brackets and note marks that follow
};

/// Whether a terminator with a space after it ends the sentence that starts at `start`. In a text without
/// capitals small letters open sentences.
[[nodiscard]] bool is_sentence_border(std::string_view text, std::size_t start, const Terminator& terminator,
                                      const Language& language, bool without_capitals = false);

/// The word that ends at byte `end`, including full stops inside it; it starts at or after `start`.
[[nodiscard]] std::string_view chunk_before(std::string_view text, std::size_t start, std::size_t end);

} // namespace recital
