// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What becomes of tags that emphasise.
enum class InlineEmphasis {
    drop,
    mark, ///< see `emphasis_begin`
};

/// The text without the tags that somebody left in it ("<em>", "</i>", "<br>") and with the characters for
/// which references stand ("&amp;", "&#233;"). Only elements of the HTML Living Standard are tags: "a < b and
/// c > d" stays. A raised number after a word is the mark of a note and goes; after some it is a power (see
/// read_superscript).
[[nodiscard]] std::string without_inline_markup(std::string_view text,
                                                InlineEmphasis emphasis = InlineEmphasis::drop);

/// Whether the text begins with the start tag of an element that holds or lays out text ("<h2 class=...>").
[[nodiscard]] bool begins_with_element(std::string_view text);

} // namespace recital
