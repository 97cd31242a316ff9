// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace recital {

/// The differences between the versions of MPEG audio layer III (ISO/IEC 11172-3, 2.4.2.3, and 13818-3,
/// 2.4.2.3).
struct MpegVersion {
    unsigned header_bits;               ///< that encode the version in a frame header
    std::size_t frame_samples;          ///< two granules, or one
    std::size_t side_information_bytes; ///< of one channel
    std::array<int, 3> sample_rates;    ///< Hz, in the order of the header's index
    std::array<int, 15> bitrates;       ///< kb/s, in the order of the header's index; index 0 means "free"
};

inline constexpr MpegVersion mpeg_1{
    3, 1152, 17, {44100, 48000, 32000}, {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}};
inline constexpr MpegVersion mpeg_2{
    2, 576, 9, {22050, 24000, 16000}, {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}};

/// The version with this sample rate (Hz), which must be a rate of one of them.
[[nodiscard]] constexpr const MpegVersion& mpeg_version_of(int sample_rate) {
    constexpr int min_of_mpeg_1 = 32000; // Hz
    return sample_rate < min_of_mpeg_1 ? mpeg_2 : mpeg_1;
}

} // namespace recital
