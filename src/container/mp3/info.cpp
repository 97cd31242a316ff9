// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/mp3/info.h"

#include "base/byte_order.h"
#include "container/codec/codec_library.h"
#include "container/codec/mp3.h"
#include "container/codec/mpeg_audio.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::size_t header_bytes = 4;
constexpr std::size_t xing_bytes = 4 + 4 + 4 + 4 + 100 + 4;
constexpr std::size_t lame_bytes = 36;

/// A frame of the stream's bit rate, or of the next one with room for everything: its header, and zeros after
/// it.
std::string empty_frame(const MpegVersion& version, const CodecSettings& format) {
    const std::size_t needed = header_bytes + version.side_information_bytes + xing_bytes + lame_bytes;
    const auto bytes_at = [&](std::size_t index) {
        return format.frame_samples() / 8 * static_cast<std::size_t>(version.bitrates.at(index)) * 1000 /
               static_cast<std::size_t>(format.sample_rate);
    };
    auto index = static_cast<std::size_t>(
        std::find(version.bitrates.begin(), version.bitrates.end(), format.bitrate / 1000) -
        version.bitrates.begin());
    while (bytes_at(index) < needed) {
        ++index;
    }
    const auto rate = static_cast<std::uint64_t>(
        std::find(version.sample_rates.begin(), version.sample_rates.end(), format.sample_rate) -
        version.sample_rates.begin());
    constexpr std::uint64_t sync = 0x7FF;
    constexpr std::uint64_t layer_3 = 1;
    constexpr std::uint64_t no_checksum = 1;
    constexpr std::uint64_t mono = 3;
    constexpr std::uint64_t original = 1;
    std::string frame;
    put_big_endian(frame,
                   sync << 21U | std::uint64_t{version.header_bits} << 19U | layer_3 << 17U |
                       no_checksum << 16U | std::uint64_t{index} << 12U | rate << 10U | mono << 6U |
                       original << 2U,
                   header_bytes);
    frame.resize(bytes_at(index));
    return frame;
}

std::string xing_header(const Mp3Info& info, std::size_t frame_bytes) {
    constexpr unsigned all_fields = 0xF;
    const std::uint64_t all_bytes = info.bytes + frame_bytes;
    std::string header = "Info"; // "Xing" where the bit rate varies
    put_big_endian(header, all_fields, 4);
    put_big_endian(header, info.packets, 4);
    put_big_endian(header, std::min<std::uint64_t>(all_bytes, UINT32_MAX), 4);
    for (const std::uint64_t before : info.bytes_before) {
        put_big_endian(header, std::min<std::uint64_t>(255, (frame_bytes + before) * 256 / all_bytes), 1);
    }
    put_big_endian(header, 0, 4); // quality: not said
    return header;
}

/// All but the checksum at its end.
std::string lame_header(const Mp3Info& info, std::size_t frame_bytes) {
    const std::uint64_t decoded = info.packets * info.format.frame_samples();
    const std::uint64_t delay = Mp3Codec::further_delay(info.format);
    const std::uint64_t padding = decoded - delay - info.samples;
    std::string header = "LAME3.100"; // the encoder, in the version whose tag this is
    put_big_endian(header, 0x01, 1);  // revision 0; constant bit rate
    put_big_endian(header, 0, 1);     // lowpass: not said
    put_big_endian(header, 0, 8);     // replay gain: not said
    put_big_endian(header, 0, 1);     // encoding flags
    put_big_endian(header, static_cast<std::uint64_t>(std::min(info.format.bitrate / 1000, 255)), 1);
    put_big_endian(header, delay << 12U | padding, 3);
    put_big_endian(header, 0, 1); // stereo mode: mono
    put_big_endian(header, 0, 1); // MP3 gain
    put_big_endian(header, 0, 2); // preset
    put_big_endian(header, std::min<std::uint64_t>(info.bytes + frame_bytes, UINT32_MAX), 4);
    put_big_endian(header, info.music_checksum, 2);
    return header;
}

} // namespace

std::string mp3_info_frame(const Mp3Info& info) {
    const MpegVersion& version = mpeg_version_of(info.format.sample_rate);
    std::string frame = empty_frame(version, info.format);
    std::string head = frame.substr(0, header_bytes);
    head.append(version.side_information_bytes, '\0');
    head += xing_header(info, frame.size());
    head += lame_header(info, frame.size());
    put_big_endian(head, mp3_checksum(head, 0), 2);
    return frame.replace(0, head.size(), head);
}

std::uint16_t mp3_checksum(std::string_view bytes, std::uint16_t checksum) {
    const libav::CodecLibrary& libav = libav::CodecLibrary::instance();
    return static_cast<std::uint16_t>(libav.crc(libav.crc_table(AV_CRC_16_ANSI_LE), checksum,
                                                reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                bytes.size()));
}

} // namespace recital
