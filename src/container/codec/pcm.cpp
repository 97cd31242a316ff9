// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/pcm.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace recital {

namespace {

// Rounding to 16 bits, and meters that interpolate otherwise than the limiter.
constexpr std::array pcm_overshoots = {Overshoot{0, 0.05}};

std::size_t pcm_frame_samples(int /*sample_rate*/) {
    return 1;
}

std::unique_ptr<Codec> make_pcm_codec(const CodecSettings& /*settings*/) {
    return std::make_unique<PcmCodec>();
}

} // namespace

static_assert(std::endian::native == std::endian::little, "takes hold samples as they lie in memory");

Packets PcmCodec::encode(std::span<const float> samples) {
    Packets packets;
    packets.bytes.resize(samples.size() * sizeof(std::int16_t));
    char* out = packets.bytes.data();
    for (const float sample : samples) {
        const auto value =
            static_cast<std::int16_t>(std::lrint(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F)));
        std::memcpy(out, &value, sizeof value);
        out += sizeof value;
    }
    packets.sizes.push_back(static_cast<std::uint32_t>(packets.bytes.size()));
    return packets;
}

std::vector<std::int16_t> pcm_samples(std::string_view bytes) {
    std::vector<std::int16_t> samples(bytes.size() / sizeof(std::int16_t));
    if (!samples.empty()) {
        std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(std::int16_t));
    }
    return samples;
}

const AudioCodec pcm_codec{"pcm", 24000, 0, {}, pcm_frame_samples, pcm_overshoots, nullptr, make_pcm_codec};

} // namespace recital
