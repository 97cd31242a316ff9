// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// The text of a lexicon's table after an entry was put into it.
struct EditedTable {
    std::string text;
    std::size_t line = 0;      ///< of the entry, from 1
    std::string replaced = {}; ///< the pronunciation that the form had before; empty if it had none
};

/// Puts an entry for every language and context into the text of a table (see data/lexicon/README.md): in the
/// place of the one that the written form has, or above one for a single language, which would win over it;
/// otherwise at the end. All other lines stay as they are.
[[nodiscard]] EditedTable with_entry(std::string_view table, std::string_view written,
                                     std::string_view pronunciation);

} // namespace recital
