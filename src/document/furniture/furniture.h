// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// Where a line is. Words such as "Home" are navigation on a page only.
enum class FurniturePlace { anywhere, page };

/// What a paragraph is if it is not part of the text but surrounds it, as it appears in warnings: "cookie
/// notices", "share and newsletter lines". Empty for text. A view of static data.
[[nodiscard]] std::string_view furniture_kind(std::string_view paragraph,
                                              FurniturePlace place = FurniturePlace::anywhere);

/// Removes from the blocks of an outline the paragraphs that surround the text, "Read more on ..." at the end
/// of paragraphs, and rules of style (CSS) that a scraper left in the text. Adds them to its omissions.
void drop_furniture(Outline& outline);

} // namespace recital
