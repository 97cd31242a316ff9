// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// Whether the text is a common English word in small letters (`data/document/words/en.txt`); the list is
/// loaded on first use and kept until the program ends. Throws an `input` error if it cannot be read.
[[nodiscard]] bool is_english_word(std::string_view word);

/// Whether a hyphen after the prefix belongs to the word that it begins, as in "ex-husband"
/// (`data/document/words/prefixes.txt`); as `is_english_word` otherwise.
[[nodiscard]] bool is_hyphenated_prefix(std::string_view prefix);

} // namespace recital
