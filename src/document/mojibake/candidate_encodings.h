// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/encoding/legacy_charset.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace recital {

/// A legacy encoding as which UTF-8 is often wrongly decoded. `first_use` is how surprising that is, in nats,
/// if no other line of the text suggests it.
struct CandidateEncoding {
    const LegacyCharset* charset;
    double first_use;
};

/// All of them, the likeliest first. The list lives until the program ends.
[[nodiscard]] const std::vector<CandidateEncoding>& candidate_encodings();

/// A bit mask with one bit per entry of `candidate_encodings()`: whether the text contains a character that
/// may begin a sequence of it. Without one that encoding explains nothing.
[[nodiscard]] std::uint16_t candidates_with_leads(std::u32string_view text);

/// How closely a line has to be looked at.
enum class Suspicion {
    none,   ///< nothing in it can be misdecoded
    slight, ///< something could be, in a text that is damaged elsewhere
    strong, ///< worth a search even if the rest of the text is clean
};

/// Looks at pairs of neighbouring characters only, so that clean text costs almost no time.
[[nodiscard]] Suspicion suspicion_of(std::string_view line);

} // namespace recital
