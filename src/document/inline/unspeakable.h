// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "document/model/outline.h"

#include <string>
#include <vector>

namespace recital {

/// Longer words are no words of any language (place names have up to 85 letters), and the engine loses its
/// way in them. In scripts without blanks between words, such as Chinese and Thai, letters are not counted.
inline constexpr std::size_t max_word_letters = 100;
/// Longer numbers take minutes to say, digit by digit.
inline constexpr std::size_t max_number_digits = 50;
/// In characters. Of a longer address only the host is read.
inline constexpr std::size_t max_address_length = 200;

/// Removes from the blocks what no voice can say and no listener could follow: words, numbers and addresses
/// longer than the limits above, encoded data (base64, hashes), long rows of punctuation and heaps of
/// accents. Adds a warning for each block that it changes, with its line in the file `name`. Blocks without
/// other text disappear. Linear in the length of the text.
void drop_unspeakable(std::vector<Block>& blocks, const std::string& name,
                      std::vector<Diagnostic>& diagnostics);

/// Returns a single line, such as a name or a title, without such parts.
[[nodiscard]] std::string without_unspeakable(std::string line);

} // namespace recital
