// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace recital {

/// One of libavcodec's encoders and its settings.
struct LibavEncoder {
    const char* name; ///< libavcodec's name for it
    int sample_rate;  ///< Hz
    int bitrate;      ///< bit/s
    std::size_t frame_samples;
    std::size_t delay_samples; ///< that the encoder inserts before the signal
    std::vector<std::pair<const char*, const char*>> options;
    int compression_level = -1; ///< -1: the encoder's default
    /// Takes AV_SAMPLE_FMT_FLTP, otherwise AV_SAMPLE_FMT_FLT: for one channel the same samples.
    bool is_planar = true;
};

/// Encodes samples, a whole number of frames, with a fresh encoder. Returns as many packets as are needed to
/// decode all samples, including the delay. Throws an `engine` error, also if the encoder's frame length or
/// delay differs from that in `encoder`.
[[nodiscard]] Packets encode_by(const LibavEncoder& encoder, std::span<const float> samples);

/// Loads the libraries of the encoders, as `encode_by` does otherwise when it is first called: for a process
/// that forks children which encode. Throws an `engine` error if one is missing.
void load_encoders();

} // namespace recital
