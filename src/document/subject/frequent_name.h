// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// A name that a text uses most, as that of a person.
struct FrequentName {
    std::string name;       ///< empty if there is none
    std::size_t points = 0; ///< mentions, of which those as the subject of a clause count twice
};

/// The full name that the paragraphs of an outline mention most, together with its first and last word: "Mara
/// Bell ... Bell left". A single word only if the text begins with it and goes on with it. Names after words
/// that precede places ("in New York"), of ensembles and institutions do not count. Looks at the first 64
/// KiB.
[[nodiscard]] FrequentName most_frequent_name(const Outline& outline);

/// The same of the names of several words whose first or last word has this key (`spelling_key`).
[[nodiscard]] FrequentName most_frequent_name(const Outline& outline, std::string_view key);

} // namespace recital
