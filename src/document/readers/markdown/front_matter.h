// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// Removes the front matter of a text, if it begins with one: YAML between lines of "---" or TOML between
/// lines of "+++". The keys `musician` (also `name`, `artist`), `id` (`mbid`), `title`, `author`, `date`,
/// `language` (`lang`), `description`, `rights` (`licence`) and `part` fill the outline. Of YAML, scalars and
/// the first entry of a list are read. Returns the text after it, a view into `text`; adds the number of
/// lines removed to `lines`. Broken front matter is reported in a diagnostic and left out.
[[nodiscard]] std::string_view take_front_matter(std::string_view text, const std::string& name,
                                                 Outline& outline, std::size_t& lines);

/// Sets the outline's field with this key. Returns whether there is one.
bool set_field(Outline& outline, std::string_view key, std::string_view value);

} // namespace recital
