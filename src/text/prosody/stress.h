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
/// not quoted and do not follow a word that mentions words ("the term *never*"). Other emphasis marks a
/// title, a foreign word or a name, and is not spoken. `emphases` and the result are bytes of the sentence.
[[nodiscard]] std::vector<TextRange> stressed_words(std::string_view sentence, std::span<const Token> tokens,
                                                    std::span<const TextRange> emphases,
                                                    const Language& language);

/// Translates ranges of the sentence to ranges of the spoken form; `words` holds the place of each token
/// there.
[[nodiscard]] std::vector<TextRange> spoken_ranges(std::span<const TextRange> ranges,
                                                   std::span<const Token> tokens,
                                                   std::span<const TextRange> words);

} // namespace recital
