// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// What an element of HTML means for reading aloud.
enum class ElementKind {
    inline_text, ///< does not part what is before it from what is after
    block,       ///< parts paragraphs
    heading,     //
    item,        ///< of a list: stands for itself
    table,       //
    figure,      //
    preformatted,
    line_break,
    unread, ///< is not read, with all it holds
};

/// The kind of an element by its name in lower case.
[[nodiscard]] ElementKind element_kind(std::string_view name);

/// The attributes that decide whether an element is read.
struct ElementMarks {
    std::string_view id;
    std::string_view classes;
    std::string_view role; ///< `role` or `epub:type`
    std::string_view style;
    bool hidden = false;
};

/// Whether an element that is so marked is navigation, a note, a number of a page or invisible.
[[nodiscard]] bool is_marked_unread(const ElementMarks& marks);

/// Whether an element of these classes is a fraction or its numerator, set small: "3" and "1/2" in it are
/// three and a half.
[[nodiscard]] bool is_fraction(std::string_view classes);

} // namespace recital
