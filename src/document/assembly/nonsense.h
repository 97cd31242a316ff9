// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <string>
#include <vector>

namespace recital {

/// What speaks against a text. Texts of less than 1,500 words, about ten minutes of sound, are never judged.
struct Doubts {
    std::string repetition; ///< "97 % of the text repeats what is before"; empty if that is not so
    std::string data; ///< it holds hardly any words, or words that cannot be said; empty if that is not so
};

[[nodiscard]] Doubts doubts_about(const std::vector<Section>& sections);

} // namespace recital
