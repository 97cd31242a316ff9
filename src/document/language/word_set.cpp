// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/word_set.h"

#include "base/unicode.h"

#include <utility>

namespace recital {

void WordSet::insert(std::string word) {
    lengths_[group_of(word)] |= length_bit(word);
    words_.insert(std::move(word));
}

bool WordSet::contains_folded(std::string_view word) const {
    // ASCII letters stay in their group, and the length of a text of ASCII stays the same.
    const bool is_out = !may_contain(word) && find_non_ascii(word) == word.size();
    return !is_out && contains(fold_case(word));
}

} // namespace recital
