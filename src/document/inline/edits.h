// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A replacement of a span of a text.
struct Edit {
    TextRange range;
    std::string text = {}; ///< in its place
};

/// Makes the edits, which are in order and do not overlap, and moves the spans `emphases` along; those that
/// become empty disappear.
void apply_edits(std::string& text, const std::vector<Edit>& edits, std::vector<TextRange>& emphases);

/// Extends the range of what is removed by a blank, if two blanks would remain, or one before punctuation or
/// at an end of the text.
[[nodiscard]] TextRange with_blank(std::string_view text, TextRange range);

} // namespace recital
