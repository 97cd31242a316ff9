// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/tokens/token.h"

#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// The emphasised spans of a sentence that a narrator stresses, in order: one to three words of `stress.tsv`
/// of the language, in small letters but for the first of the sentence, that are not the whole sentence, are
/// in no quotation marks and follow no word that speaks of words ("the term *never*"). Emphasis on anything
/// else sets a title, a foreign word or a name apart, which is seen and not heard. `emphases` and what is
/// returned are bytes of the sentence.
[[nodiscard]] std::vector<TextRange> stressed_words(std::string_view sentence, std::span<const Token> tokens,
                                                    std::span<const TextRange> emphases,
                                                    const Language& language);

/// Those spans in the spoken form; `words` has the place of each token there.
[[nodiscard]] std::vector<TextRange> spoken_ranges(std::span<const TextRange> ranges,
                                                   std::span<const Token> tokens,
                                                   std::span<const TextRange> words);

} // namespace recital
