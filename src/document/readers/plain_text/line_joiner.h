// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/line_end.h"

#include <string>
#include <string_view>

namespace recital {

/// Joins lines that were wrapped by hand, without a blank after a dash and before closing punctuation.
class LineJoiner {
public:
    /// `text`, which must outlive this object, is all of the source: see LineEnds.
    explicit LineJoiner(std::string_view text) : line_ends_(text) {}

    /// Appends a line to the lines joined so far.
    void append(std::string& joined, std::string_view line);

private:
    LineEnds line_ends_;
};

} // namespace recital
