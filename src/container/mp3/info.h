// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_codec.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recital {

/// The contents of the info frame, the first frame of an MP3 file, about the frames after it.
struct Mp3Info {
    CodecSettings format;
    std::uint64_t packets = 0; ///< after the first frame
    std::uint64_t bytes = 0;   ///< of these packets
    std::uint64_t samples = 0; ///< samples to be heard
    /// For each hundredth of the packets, the number of bytes before it, not counting the first frame.
    std::array<std::uint64_t, 100> bytes_before{};
    std::uint16_t music_checksum = 0; ///< `mp3_checksum` of the packets
};

/// A layer III frame of silence that contains the Xing header with LAME's extension ("MP3 Info Tag revision 1
/// specification"). Its size depends only on the format, not on the other values.
[[nodiscard]] std::string mp3_info_frame(const Mp3Info& info);

/// CRC-16 with the polynomial 0x8005, least significant bit first; `checksum` is that of the preceding bytes,
/// 0 at the start.
[[nodiscard]] std::uint16_t mp3_checksum(std::string_view bytes, std::uint16_t checksum);

} // namespace recital
