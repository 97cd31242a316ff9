// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace recital {

/// One of libavcodec's encoders and how it is to work.
struct LibavEncoder {
    const char* name; ///< as libavcodec has it
    int sample_rate;  ///< Hz
    int bitrate;      ///< bit/s
    std::size_t frame_samples;
    std::size_t delay_samples; ///< that it puts before the signal
    std::vector<std::pair<const char*, const char*>> options;
    int compression_level = -1; ///< -1: the encoder's own
};

/// The packets of a fresh encoder: as many as it takes to decode all the samples, which are a whole number of
/// frames, after the delay. Throws an `engine` error, also if the encoder's frames or delay are others than
/// those expected.
[[nodiscard]] Packets encode_by(const LibavEncoder& encoder, std::span<const float> samples);

} // namespace recital
