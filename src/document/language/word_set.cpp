// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/word_set.h"

#include <utility>

namespace recital {

void WordSet::insert(std::string word) {
    lengths_[group_of(word)] |= length_bit(word);
    words_.insert(std::move(word));
}

} // namespace recital
