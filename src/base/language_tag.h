// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// The language of a BCP 47 tag without region and script: "en" of "en-GB".
[[nodiscard]] constexpr std::string_view primary_subtag(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

} // namespace recital
