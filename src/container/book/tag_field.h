// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <string>
#include <string_view>

namespace recital {

/// A format's name for one of a book's tags; each format has a table of them.
struct TagField {
    std::string_view name;
    std::string BookTags::* value;
};

} // namespace recital
