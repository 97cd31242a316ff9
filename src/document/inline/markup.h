// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What to do with tags that emphasise.
enum class InlineEmphasis {
    drop,
    mark, ///< see `emphasis_begin`
};

/// Removes left-over tags ("<em>", "</i>", "
/// ") from a text and replaces character references ("&amp;", "&#233;"). Only elements of the HTML Living
/// Standard are tags: "a < b and c > d" stays. A superscript number after a word is a note mark and is
/// removed; after some words it is a power (see read_superscript).
[[nodiscard]] std::string without_inline_markup(std::string_view text,
                                                InlineEmphasis emphasis = InlineEmphasis::drop);

/// Replaces character references that are still in a text after its markup was read, because they were
/// escaped twice or more often ("&#39;", "&amp;ldquo;").
[[nodiscard]] std::string without_references(std::string text);

/// Whether the text begins with the start tag of an element that holds or lays out text ("<h2 class=...>").
[[nodiscard]] bool begins_with_element(std::string_view text);

} // namespace recital
