// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/readers/plain_text/line_groups.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace recital {

/// What about a line speaks for a heading.
enum class HeadingSign {
    date,     ///< "Thursday, June 20"
    number,   ///< "1. Early life"
    colon,    ///< "Early life:"
    marked,   ///< emphasised as a whole, or centred
    question, ///< "Who was the porter?"
    shape,    ///< "The war years": nothing but its shape
    indented, ///< the same, with blanks before it
};

/// A block that may be a heading: a short line by itself or directly above its prose.
struct HeadingCandidate {
    std::size_t block = 0; ///< its index
    HeadingSign sign = HeadingSign::shape;
};

/// What speaks for the group being a heading; nothing if it has more than one line or another shape.
[[nodiscard]] std::optional<HeadingSign> sign_of_heading(const LineGroup& group);

/// Turns candidates into headings where the whole text confirms them: prose follows, the text before ends
/// with a sentence, and lines of the kind recur, count up, or are marked.
void promote_candidates(std::vector<Block>& blocks, const std::vector<HeadingCandidate>& candidates);

} // namespace recital
