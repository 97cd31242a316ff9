// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// Reads HTML or XHTML as a person hears it read: headings, paragraphs, quotations, verse and lists; without
/// scripts, navigation, tables, figures, marks and bodies of footnotes, page numbers. Title, author,
/// language, date and description come from the head. `text` is decoded text; `name` is used in messages.
/// Broken markup is read as browsers read it.
[[nodiscard]] Outline read_html(std::string_view text, const std::string& name);

/// Like `read_html`, but captions of figures and descriptions of pictures are read as paragraphs.
[[nodiscard]] Outline read_html_with_captions(std::string_view text, const std::string& name);

/// What is read of a page or of markup.
struct HtmlScope {
    bool captions = false;   ///< captions of figures and descriptions of pictures as well
    bool everything = false; ///< all elements that may hold text, also those that surround it elsewhere
    bool is_part = false;    ///< it is markup between other text, and shows nothing of the whole page
};

/// Reads markup that is part of a text of another format. `line` is the line of the file at which it begins.
[[nodiscard]] Outline read_html_part(std::string_view markup, const std::string& name, std::size_t line,
                                     HtmlScope scope);

/// The kinds of what was left out of an outline, for a message: "captions of figures, elements of class
/// "comments"".
[[nodiscard]] std::string kinds_left_out(const Outline& outline);

/// The encoding that a page declares in its first kilobytes, in a `meta` element or an XML declaration;
/// otherwise empty.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

/// Whether the bytes begin like a web page.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

} // namespace recital
