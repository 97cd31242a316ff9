// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// Splits a sentence that is too long for one take into parts of at most `limit` (see `speech_length`), where
/// a reader would breathe: at a semicolon, colon or dash, otherwise a comma, otherwise a conjunction,
/// otherwise a space. The sources of the parts concatenated are the sentence's source.
[[nodiscard]] std::vector<Sentence> cut_sentence(const Sentence& sentence, const Language& language,
                                                 std::size_t limit);

} // namespace recital
