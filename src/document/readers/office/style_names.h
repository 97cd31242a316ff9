// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// The number of styles based on each other that is followed; Word allows 10.
inline constexpr std::size_t max_inheritance = 32;

/// What the name of a paragraph style says of its paragraphs.
struct StyleMeaning {
    enum class Kind {
        none, ///< the name says nothing
        heading,
        title,    ///< of the whole text
        subtitle, //
        caption,  ///< of a figure or table
        contents, ///< an entry of a table of contents or an index
    };
    Kind kind = Kind::none;
    int level = 0; ///< of a heading, from 1
};

/// The meaning of a style by its name in one of the languages of `data/document/style_names.tsv`: "heading
/// 1", "Überschrift 1", "Titre 1". Case and blanks do not matter, so that an identifier ("Heading1") will do.
[[nodiscard]] StyleMeaning meaning_of_style(std::string_view name);

} // namespace recital
