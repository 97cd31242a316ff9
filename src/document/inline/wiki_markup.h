// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Plain text without the markup of wikis and the links of Markdown that were left in it: "[[harp]]ist",
/// "'''bold'''", "{{templates}}", "<ref>...</ref>", tables, files and categories, "[label](address)",
/// comments. `data/document/wiki.tsv` says what is read of templates. Line breaks stay where they are, so
/// that lines keep their numbers. Adds to `omissions` what is left out. Linear in the length of the text.
[[nodiscard]] std::string without_wiki_markup(std::string_view text, std::vector<Omission>& omissions);

} // namespace recital
