// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <string>
#include <string_view>

namespace recital {

/// The name that a format has for one of a book's tags; formats list theirs in tables.
struct TagField {
    std::string_view name;
    std::string BookTags::*value;
};

} // namespace recital
