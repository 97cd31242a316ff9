// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Mono samples as a FLAC stream (RFC 9639), in half the bytes and without loss. `sample_rate` in Hz is
/// stated in the stream. Throws an `engine` error.
[[nodiscard]] std::string encode_flac(std::span<const std::int16_t> samples, int sample_rate);

/// The samples of such a stream, which must be `count`. Throws an `engine` error if it holds anything else.
[[nodiscard]] std::vector<std::int16_t> decode_flac(std::string_view stream, std::size_t count);

} // namespace recital
