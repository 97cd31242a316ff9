// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/joined_text.h"

#include <algorithm>

namespace recital {

void move_emphases(std::vector<TextRange>& emphases, std::ptrdiff_t by) {
    const auto moved = [by](std::size_t position) {
        return static_cast<std::size_t>(
            std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(position) + by, 0));
    };
    for (TextRange& range : emphases) {
        range = {moved(range.begin), moved(range.end)};
    }
    std::erase_if(emphases, [](const TextRange& range) { return range.begin >= range.end; });
}

void append_text(TextWithSpans to, TextWithSpans from, LineEnds& line_ends) {
    line_ends.append(to.text, from.text);
    const std::size_t begin = to.text.size() - from.text.size();
    std::erase_if(to.emphases, [begin](TextRange& range) {
        range.end = std::min(range.end, begin); // a hyphen was removed
        return range.begin >= range.end;
    });
    move_emphases(from.emphases, static_cast<std::ptrdiff_t>(begin));
    to.emphases.insert(to.emphases.end(), from.emphases.begin(), from.emphases.end());
}

} // namespace recital
