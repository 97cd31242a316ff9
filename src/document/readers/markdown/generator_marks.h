// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Removes from Markdown what only the generator of a page reads: tags and comments of Liquid ("{% include
/// a.html %}"), its variables in addresses of links and pictures ("{{ site.url }}"), attribute lists and
/// extensions of Kramdown ("{: .wide}", "{::comment}") with the list above "{:toc}", which it replaces, and
/// tags of elements whose content is Markdown ("<div markdown="1">"). The result has the same lines. Tags and
/// comments are added to `omissions`, with lines counted from `lines_before`. Linear in the length of the
/// text.
[[nodiscard]] std::string without_generator_marks(std::string_view text, std::size_t lines_before,
                                                  std::vector<Omission>& omissions);

} // namespace recital
