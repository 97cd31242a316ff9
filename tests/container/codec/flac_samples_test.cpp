// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/codec/flac_samples.h"

#include <gtest/gtest.h>

#include <cmath>

namespace recital {
namespace {

std::vector<std::int16_t> some_samples(std::size_t count) {
    std::vector<std::int16_t> samples(count);
    for (std::size_t n = 0; n < count; ++n) {
        samples[n] = static_cast<std::int16_t>(std::lround(30000 * std::sin(static_cast<double>(n) / 9)));
    }
    return samples;
}

TEST(FlacSamples, ComeBackAsTheyWereInFewerBytes) {
    for (const std::size_t count : {1U, 100U, 4096U, 50000U}) {
        const auto samples = some_samples(count);
        const std::string stream = encode_flac(samples, 22050);
        EXPECT_EQ(decode_flac(stream, count), samples) << count;
        if (count > 4096) {
            EXPECT_LT(stream.size(), count * sizeof(std::int16_t) / 2);
        }
    }
    const std::vector<std::int16_t> extremes = {-32768, 32767, -32768, 0, 32767};
    EXPECT_EQ(decode_flac(encode_flac(extremes, 22050), extremes.size()), extremes);
}

TEST(FlacSamples, AreTheSameBytesEachTime) {
    EXPECT_EQ(encode_flac(some_samples(30000), 22050), encode_flac(some_samples(30000), 22050));
}

TEST(FlacSamples, AreRefusedIfTheyAreNotAsManyAsExpected) {
    const std::string stream = encode_flac(some_samples(5000), 22050);
    EXPECT_THROW((void)decode_flac(stream, 4999), Error);
    EXPECT_THROW((void)decode_flac(stream, 5001), Error);
    EXPECT_THROW((void)decode_flac(stream.substr(0, stream.size() / 2), 5000), Error);
    EXPECT_THROW((void)decode_flac("", 1), Error);
    EXPECT_THROW((void)decode_flac("not a FLAC stream at all", 5), Error);
}

} // namespace
} // namespace recital
