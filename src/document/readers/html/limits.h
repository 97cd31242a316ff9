// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// Elements that may be open inside each other. Pages have some 30 levels, careless ones a few hundred
/// elements that are never closed; the parser searches all open elements for each end tag, which takes
/// minutes if there are 100,000.
inline constexpr std::size_t max_open_elements = 2000;

/// Throws an `input` error if a tag of the page is so long, or has so many attributes, that the parser would
/// take minutes for it: it compares each attribute with all others. `name` is the file, for the message.
/// Linear in the length of the page.
void check_html_limits(std::string_view text, const std::string& name);

} // namespace recital
