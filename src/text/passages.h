// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// The passages of one paragraph: whole sentences, at most `limit` characters of spoken text each, parts of a
/// sentence where one alone is longer. Every border inside is `sentence` or `clause`; the last is
/// `paragraph`.
[[nodiscard]] std::vector<Passage> cut_passages(std::vector<Sentence> sentences, const Language& language,
                                                std::size_t limit);

} // namespace recital
