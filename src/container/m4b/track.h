// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "container/m4b/index.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace recital::mp4 {

// Milliseconds, because some players read chapter times in the movie's time scale and expect milliseconds.
inline constexpr std::uint32_t movie_timescale = 1000;
/// The largest value of a 32-bit field.
inline constexpr std::uint64_t max_32 = std::numeric_limits<std::uint32_t>::max();

inline constexpr std::uint32_t audio_track = 1;
inline constexpr std::uint32_t chapter_track = 2;

/// What the boxes of one movie share. Times are in samples unless said otherwise.
struct M4bMovie {
    const Book& book;
    const M4bLayout& layout;
    std::string record;     ///< the book record
    std::string lyrics;     ///< may be empty
    std::uint32_t rate = 0; ///< Hz, also the time scale of both tracks
    std::uint32_t frame_samples = 0;
    std::uint64_t samples = 0;     ///< that are heard, without the rest of the last packet
    std::uint64_t media_bytes = 0; ///< text samples and audio
    std::uint64_t duration = 0;    ///< in the movie's time scale
    std::uint64_t media_start = 0; ///< offset of the first chapter's text sample in the file
    bool wide_offsets = false;     ///< 64 bits
};

// These append numbers in network byte order (ISO/IEC 14496-12, 4.2): the lowest 8, 16 or 32 bits of a value,
// or `count` zero bytes.
void put_u8(std::string& out, unsigned value);
void put_u16(std::string& out, unsigned value);
void put_u32(std::string& out, std::uint64_t value);
void put_zeros(std::string& out, std::size_t count);

/// Appends a duration or time in the width of its box's version: 32 bits for 0, 64 bits for 1.
void put_time(std::string& out, std::uint8_t version, std::uint64_t value);
/// The lowest version, 0 or 1, whose width holds the duration.
[[nodiscard]] std::uint8_t version_for(std::uint64_t duration);
/// Appends the unity matrix (ISO/IEC 14496-12, 6.2.2).
void put_matrix(std::string& out);

// These append the boxes that both tracks have; section numbers are those of ISO/IEC 14496-12.
/// `tkhd` (8.3.2): `track` is `audio_track` or `chapter_track`.
void put_track_header(std::string& out, const M4bMovie& movie, std::uint32_t track, std::uint32_t flags);
/// `mdhd` (8.4.2): time scale, language, and the duration in samples.
void put_media_header(std::string& out, const M4bMovie& movie, std::uint64_t duration);
/// `hdlr` (8.4.3): `type` has four bytes, `name` is for human readers.
void put_handler(std::string& out, std::string_view type, std::string_view name);
/// `dinf` (8.7.1): the media data is in this file.
void put_data_information(std::string& out);

/// `stco` or `co64` (8.7.5): offsets of the audio chunks, or of the text samples, each of which precedes its
/// chapter's chunk.
void put_chunk_offsets(std::string& out, const M4bMovie& movie, bool audio);

/// `trak` (8.3.1) of the two tracks. The chapter track is disabled, and the audio track refers to it
/// (QuickTime File Format, "Chapter lists").
void put_audio_track(std::string& out, const M4bMovie& movie);
void put_chapter_track(std::string& out, const M4bMovie& movie);

} // namespace recital::mp4
