// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/book_text.h"

namespace recital {

namespace {

TextKind kind_of(const Passage& passage) {
    if (passage.is_announcement) {
        return TextKind::announcement;
    }
    return passage.role == Role::heading ? TextKind::heading : TextKind::paragraph;
}

/// Whether the passage is the last of its heading or paragraph.
bool ends_block(const Passage& passage) {
    return passage.sentences.empty() ||
           (passage.border != Border::clause && passage.border != Border::sentence);
}

} // namespace

TextPlace BookText::place_of(std::size_t slot) const {
    const Passage& passage = book_.passage(slot);
    const bool is_first = slot == 0 || ends_block(book_.passage(slot - 1));
    return {kind_of(passage), is_first, ends_block(passage)};
}

} // namespace recital
