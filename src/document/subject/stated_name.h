// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// A name after a phrase such as "known professionally as".
struct StatedName {
    std::string name;       ///< as written, without quotation marks; empty if there is none
    std::size_t length = 0; ///< bytes of the text up to its end, with what encloses it
    bool quoted = false;    ///< in quotation marks
    bool in_place = false;  ///< whether a place may follow, as after roles: "Carmen in Cardiff"
};

/// Reads the name that `text` begins with: a run of words written like a name, words in quotation marks, or
/// up to three words in lower case that punctuation or a verb ends ("k.d. lund,"). Descriptions such as "the
/// Queen of Harlem" are not names.
[[nodiscard]] StatedName read_stated_name(std::string_view text);

/// The same for a name with a small article: "the Weaver" gives "The Weaver".
[[nodiscard]] StatedName read_name_with_article(std::string_view text);

} // namespace recital
