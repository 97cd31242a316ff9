// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// The language of a BCP 47 tag without region and script: "en" of "en-GB".
[[nodiscard]] constexpr std::string_view primary_subtag(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

/// Whether data for the language `range` (BCP 47; empty: any) are for that of `tag` too: "en" is for "en-GB".
[[nodiscard]] constexpr bool includes_tag(std::string_view range, std::string_view tag) {
    return range.empty() ||
           (tag.starts_with(range) && (tag.size() == range.size() || tag[range.size()] == '-'));
}

} // namespace recital
