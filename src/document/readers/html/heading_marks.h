// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/readers/html/attributes.h"

#include <string_view>

namespace recital {

/// What speaks for a heading in an element that is none by its name.
struct HeadingMarks {
    int level = 0; ///< of a heading by its class or role; 0 if they name none
    bool is_centred = false;
};

/// The marks of an element: its class (`data/document/heading_marks.tsv`), its role, its alignment.
[[nodiscard]] HeadingMarks heading_marks(std::string_view element, const Attributes& attributes);

} // namespace recital
