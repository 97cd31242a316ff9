// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/encoding/legacy_charset.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace recital {

/// An encoding as which UTF-8 is wrongly decoded, and how surprising that is, in nats.
struct CandidateEncoding {
    const LegacyCharset* charset;
    double first_use;
};

/// Every such encoding, the likeliest first.
[[nodiscard]] const std::vector<CandidateEncoding>& candidate_encodings();

/// By one bit for each of `suspects()`, whether the text holds a character that may begin a sequence of it: a
/// suspect without one explains nothing.
[[nodiscard]] std::uint16_t candidates_with_leads(std::u32string_view text);

/// How closely a line has to be looked at.
enum class Suspicion {
    none,   ///< nothing in it can be damaged text
    slight, ///< something could be, in a text that is damaged elsewhere
    strong, ///< worth a search by itself
};

/// Found by a glance at neighbouring characters, so that clean text costs next to nothing.
[[nodiscard]] Suspicion suspicion_of(std::string_view line);

} // namespace recital
