// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <map>
#include <span>
#include <string>

namespace recital {

/// Tags given by the user: values by tag name. An empty value omits the tag.
using GivenTags = std::map<std::string, std::string>;

/// The names for which every format has a field, each followed by its aliases.
[[nodiscard]] std::vector<std::vector<std::string>> known_tag_names();

/// Reads one "name=value". An unknown name becomes a free-form tag. Throws a `usage` error if the name is
/// empty, cannot be stored in every format, or is reserved by the program. Names ignore case; the last value
/// applies. Control characters in a value become blanks, because players show one line; line breaks are
/// allowed in a description.
void parse_given_tag(std::string_view argument, GivenTags& tags);

/// Replaces derived tags by the given ones.
void apply_given_tags(const GivenTags& given, BookTags& tags);

} // namespace recital
