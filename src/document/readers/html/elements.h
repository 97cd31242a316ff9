// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// What an element of HTML means for reading aloud.
enum class ElementKind {
    inline_text, ///< does not separate the text before it from the text after it
    block,       ///< separates paragraphs
    heading,     //
    item,        ///< of a list: never joined with its neighbours
    table,       //
    figure,      //
    preformatted,
    line_break,
    unread, ///< not read, with all its content
};

/// The kind of an element by its name in lower case.
[[nodiscard]] ElementKind element_kind(std::string_view name);

/// The attributes that decide whether an element is read.
struct ElementMarks {
    std::string_view id;
    std::string_view classes;
    std::string_view role; ///< `role`
    std::string_view type; ///< `epub:type`
    std::string_view style;
    bool hidden = false;
    bool heading = false; ///< a heading has an identifier like its words
};

/// Why an element is not read.
struct UnreadReason {
    std::string name;     ///< as it appears in a warning: "class \"navbox\""; empty for what is invisible
    bool certain = false; ///< otherwise it is read after all if it holds most of the page
};

/// Why an element with these attributes is not read: it is navigation, a note, a page number or invisible.
[[nodiscard]] std::optional<UnreadReason> unread_reason(const ElementMarks& marks);

/// Whether an element of these classes holds a picture, and perhaps its caption.
[[nodiscard]] bool is_picture_frame(std::string_view classes);

/// Whether an element of these classes is a fraction or its numerator in small type: "3" followed by "1/2" in
/// it is three and a half.
[[nodiscard]] bool is_fraction(std::string_view classes);

} // namespace recital
