// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The note as a file: the line "RECITAL NOTE 1", the XXH3-64 checksum of all that follows it (8 bytes,
/// little-endian), the length of the key (8 bytes, little-endian), the key, and the content up to the end of
/// the file. `key` is everything that the content was made from.
[[nodiscard]] std::string serialise_note(std::string_view content, std::string_view key);

/// The content of such a file. Throws an `engine` error if it is damaged, of another format version or of
/// another key than `key`.
[[nodiscard]] std::string parse_note(std::string_view file, std::string_view key);

} // namespace recital
