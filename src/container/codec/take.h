// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "container/codec/audio_checksum.h"
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

/// Names a take: the digest of its key, the text of everything that the take is made from.
using TakeId = Digest;

/// What some packets come to.
struct PacketTotals {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;
    std::uint32_t largest = 0; ///< bytes

    PacketTotals& operator+=(const PacketTotals& more);
    bool operator==(const PacketTotals&) const = default;
};

/// What a book has to know of a take before it copies the packets. The packets themselves stay in the store
/// until then, and so do their sizes: those of thirty hours are ten megabytes.
struct TakeSummary {
    std::uint64_t samples = 0;      ///< decoded length
    PacketTotals kept_packets = {}; ///< those that every book with this take has
    PacketTotals rest_packets = {}; ///< those after them, which only a book has that ends with this take
    std::uint64_t words = 0;        ///< spoken ones
    GainReductionStats limiter = {};
    AudioChecksum kept = {}; ///< of the bytes of `kept_packets`
    AudioChecksum rest = {}; ///< of the bytes of `rest_packets`
    std::uint64_t times = 0; ///< XXH3-64 of when its sentences and words are heard
};

/// `frame_samples` is that of the take's codec.
[[nodiscard]] TakeSummary summarise(const Take& take, std::size_t frame_samples);

/// The summary as bytes, always `take_summary_bytes` of them; docs/formats/take.md has the layout.
[[nodiscard]] std::string serialise_summary(const TakeSummary& summary);
inline constexpr std::size_t take_summary_bytes = 88;

/// Throws an `engine` error if `bytes` are not as many as a summary has.
[[nodiscard]] TakeSummary parse_summary(std::string_view bytes);

/// The take as a file, see docs/formats/take.md: first the summary, then the key and the take itself, each
/// part with a checksum of its own.
[[nodiscard]] std::string serialise_take(const Take& take, const TakeSummary& summary, std::string_view key);

/// The take of such a file. Throws an `engine` error if the file is damaged, of another format version or of
/// another take than `id`.
[[nodiscard]] Take parse_take(std::string file, const TakeId& id);

/// How many bytes at the start of such a file hold the summary.
inline constexpr std::size_t take_head_bytes = 15 + 5 * sizeof(std::uint64_t) + take_summary_bytes;

/// The summary, from a file's first `take_head_bytes`; the rest of the file is not looked at. Throws an
/// `engine` error like `parse_take`.
[[nodiscard]] TakeSummary parse_take_head(std::string_view head, const TakeId& id);

} // namespace recital
