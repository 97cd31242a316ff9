// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/format.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recital {

/// What the first frame of an MP3 file says of those after it.
struct Mp3Info {
    FormatSettings format;
    std::uint64_t packets = 0; ///< after the first frame
    std::uint64_t bytes = 0;   ///< of these packets
    std::uint64_t samples = 0; ///< to be heard
    /// For each hundredth of the packets how many bytes lie before it, the first frame left out.
    std::array<std::uint64_t, 100> bytes_before{};
    std::uint16_t music_checksum = 0; ///< `mp3_checksum` of the packets
};

/// A frame of layer III whose silence holds the header of Xing with LAME's extension ("MP3 Info Tag revision
/// 1 specification"): of the same size whatever it says.
[[nodiscard]] std::string mp3_info_frame(const Mp3Info& info);

/// CRC-16 with the polynomial 0x8005, least significant bit first; `checksum` is that of the bytes before.
[[nodiscard]] std::uint16_t mp3_checksum(std::string_view bytes, std::uint16_t checksum);

} // namespace recital
