// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"
#include "dsp/mastering/mastering.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The rendered form of one passage: its packets and when each sentence and word is heard.
struct Take {
    std::uint64_t samples = 0; ///< decoded length, a whole number of frames
    Packets packets;
    std::vector<SampleRange> sentences;
    std::vector<WordTime> words;
    GainReductionStats limiter;
};

/// The take as a file: magic and checksum (XXH3-64), then the full key, lengths, times, packet sizes and
/// packets, in little-endian. `key` is everything that the take was made from.
[[nodiscard]] std::string serialise_take(const Take& take, std::string_view key);

/// The take of such a file. Throws an `engine` error where it is damaged, of another format version or of
/// another key than `key`.
[[nodiscard]] Take parse_take(std::string file, std::string_view key);

/// How many bytes at the start of such a file tell how long the take is.
[[nodiscard]] std::size_t take_head_bytes(std::string_view key);

/// The decoded length in samples, by a file's first `take_head_bytes`; what stands behind them is not looked
/// at. Throws an `engine` error like `parse_take`.
[[nodiscard]] std::uint64_t parse_take_length(std::string_view head, std::string_view key);

} // namespace recital
