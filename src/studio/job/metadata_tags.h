// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <map>
#include <span>
#include <string>

namespace recital {

/// Tags as a person gave them: values by the names of tags. An empty value leaves the tag out.
using GivenTags = std::map<std::string, std::string>;

/// The names that every format has a field of its own for, each followed by its other names.
[[nodiscard]] std::vector<std::vector<std::string>> known_tag_names();

/// Reads one "name=value". Any name that is not known is that of a free-form tag. Throws a `usage` error
/// where there is no name, or none that every format can hold, or one that the program needs for itself.
/// Names are the same whatever their case; the later value counts. Control characters in a value become
/// blanks, for players show a line; a description may have several.
void parse_given_tag(std::string_view argument, GivenTags& tags);

/// Puts what was given in the place of what was found out.
void apply_given_tags(const GivenTags& given, BookTags& tags);

} // namespace recital
