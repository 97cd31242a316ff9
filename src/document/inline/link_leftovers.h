// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <vector>

namespace recital {

/// The text without what programs leave of links: "[a=Mara Bell (2)]", "[url=https://x]her site[/url]" and
/// "[b]" of databases and forums, and captions of a wiki whose beginning was cut, "a concert in 1990|alt=A
/// man]] She".
[[nodiscard]] std::string without_link_leftovers(std::string text, std::vector<Omission>& omissions);

} // namespace recital
