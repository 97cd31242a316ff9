// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// The position after the pages that follow a mark: ":88", ": 34", ":xiv", "(p9)", "(pp12–14)", ": ch. 4";
/// `position`, which is the end of the mark, if there are none.
[[nodiscard]] std::size_t after_pages(std::string_view text, std::size_t position);

} // namespace recital
