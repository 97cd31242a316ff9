// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// The passages of one paragraph: whole sentences, at most `limit` of `speech_length` each, parts of a
/// sentence where one alone is longer or has a clause that the engine would not say to its end. Every border
/// inside is `sentence` or `clause`; the last is `paragraph`.
[[nodiscard]] std::vector<Passage> cut_passages(std::vector<Sentence> sentences, const Language& language,
                                                std::size_t limit);

} // namespace recital
