// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// `magic`, the XXH3-64 checksum of the body (8 bytes, little-endian) and the body. `magic` names the format
/// and its version.
[[nodiscard]] std::string sealed(std::string_view magic, std::string body);

/// The body of bytes that `sealed` made with the same magic: a view into `bytes`. Throws MalformedBytes
/// (base/byte_stream.h) if they are damaged, cut, or of another format.
[[nodiscard]] std::string_view unsealed(std::string_view magic, std::string_view bytes);

} // namespace recital
