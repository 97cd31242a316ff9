// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// The parts of a sentence that is too long for one take, each of at most `limit` of `speech_length`, cut
/// where a reader would breathe: at a semicolon, colon or dash, otherwise a comma, otherwise a conjunction,
/// otherwise a space. Their sources make up the sentence's.
[[nodiscard]] std::vector<Sentence> cut_sentence(const Sentence& sentence, const Language& language,
                                                 std::size_t limit);

} // namespace recital
