// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What the library CLD2 takes the language of a text for.
struct DetectedByCld2 {
    std::string language;  ///< BCP 47, as in `data/languages/cld2_languages.tsv`; empty if it does not know
    bool reliable = false; ///< it is clearly ahead of the next likely one
};

/// `text` must be UTF-8. Reads all of it.
[[nodiscard]] DetectedByCld2 detect_by_cld2(std::string_view text);

} // namespace recital
