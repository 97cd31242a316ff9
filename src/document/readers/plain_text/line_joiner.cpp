// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/line_joiner.h"

#include "document/inline/signs.h"

namespace recital {

void LineJoiner::append(std::string& joined, std::string_view line) {
    const bool dash = joined.ends_with("--") || joined.ends_with("\u2014") || line.starts_with("--") ||
                      line.starts_with("\u2014");
    if (joined.empty() || dash || closing_punctuation(line) > 0) {
        joined += line;
        return;
    }
    line_ends_.append(joined, line);
}

} // namespace recital
