// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recital {

/// Consecutive lines of text that are notes at the foot of a page.
struct FootNotes {
    std::size_t begin = 0; ///< index of the first line
    std::size_t end = 0;   ///< after the last one
    bool certain = false;  ///< otherwise a list may begin alike ("1. Vey"): notes interrupt a sentence
};

/// The notes between blank lines that begin with a mark to which the lines before them refer: "¹ Jonas Vey"
/// after "the miller¹". Not those under a heading.
[[nodiscard]] std::vector<FootNotes> find_foot_notes(const std::vector<std::string_view>& lines);

} // namespace recital
