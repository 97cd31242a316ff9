// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// Cuts one paragraph into passages of complete sentences, of at most `limit` each (see `speech_length`). A
/// sentence that is longer, or has a clause too long for the engine, is split. Every border inside is
/// `sentence` or `clause`; the last is `paragraph`.
[[nodiscard]] std::vector<Passage> cut_passages(std::vector<Sentence> sentences, const Language& language,
                                                std::size_t limit);

} // namespace recital
