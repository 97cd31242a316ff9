// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/tables.h"

#include <algorithm>
#include <iterator>

namespace recital {

bool drop_table(Outline& outline, std::size_t begin, const std::string& name) {
    constexpr std::size_t prose = 200; // bytes
    const auto from = outline.blocks.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto long_blocks = std::count_if(from, outline.blocks.end(),
                                           [](const Block& block) { return block.text.size() > prose; });
    const auto count = std::distance(from, outline.blocks.end());
    if (count == 0 || long_blocks * 3 >= count) {
        return false;
    }
    outline.diagnostics.push_back({"a table is not read aloud", {name, from->line}});
    outline.blocks.erase(from, outline.blocks.end());
    return true;
}

} // namespace recital
