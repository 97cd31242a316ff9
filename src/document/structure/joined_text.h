// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "document/inline/line_end.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// A text with the spans that are set apart in it, as blocks and lines have them.
struct TextWithSpans {
    std::string& text;
    std::vector<TextRange>& emphases;
};

/// Moves spans of a text before which bytes are inserted or, if `by` is negative, removed.
void move_emphases(std::vector<TextRange>& emphases, std::ptrdiff_t by);

/// Appends `from`, whose spans are moved away, to the text before it, as the line ends say.
void append_text(TextWithSpans to, TextWithSpans from, LineEnds& line_ends);

} // namespace recital
