// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/mojibake/candidate_encodings.h"
#include "document/mojibake/misdecoded_sequence.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// How surprising it is, in nats, that an encoding that damaged another line of the text also damaged this
/// one.
inline constexpr double known_use = 1.0;

/// Neighbouring sequences, judged together.
struct Group {
    std::size_t start = 0;
    std::size_t end = 0;
    std::u32string value;
    double gain = 0.0;  ///< in nats, over leaving the text as it is
    double bonus = 0.0; ///< the part of `gain` that depends on the rest of the line being damaged
    bool guessed = false;
    bool stylised = false; ///< the only evidence is a sign that stylised names use for a letter
};

/// How one candidate encoding explains a line.
struct Explanation {
    const LegacyCharset* charset = nullptr;
    std::vector<Group> groups;
    double gain = 0.0; ///< of all groups, less the surprise that the encoding was used at all
    bool complete =
        false; ///< every foreign character of the line belongs to a whole sequence that is repaired
};

/// How the candidate encoding explains the line; `surprise`, in nats, is how surprising its use is.
[[nodiscard]] Explanation explain(std::u32string_view text, const CandidateEncoding& candidate,
                                  double surprise, LossContext context);

} // namespace recital
