// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/filters/resampler.h"
#include "support/signals.h"

#include <gtest/gtest.h>
#include <samplerate.h>

#include <cmath>
#include <string_view>
#include <utility>

namespace recital {
namespace {

using namespace testing_support;

constexpr int input_rate = 22050;

TEST(Resampler, KeepsTheLevelOfTonesInTheBandOfSpeech) {
    for (const int output_rate : {24000, 44100, 48000}) {
        Resampler resampler("medium", input_rate, output_rate);
        for (const double frequency : {50.0, 1000.0, 3000.0, 6000.0, 8000.0, 9400.0}) {
            const auto tone = sine(frequency, 0.5, input_rate, 0.5);
            const auto converted = resampler.convert(tone);
            const auto middle = std::span(converted).subspan(converted.size() / 4, converted.size() / 2);
            EXPECT_NEAR(level(middle), to_decibel(0.5 / std::numbers::sqrt2), 0.1)
                << frequency << " Hz at " << output_rate;
        }
    }
}

TEST(Resampler, KeepsTonesAtTheirTime) {
    Resampler resampler("medium", input_rate, 24000);
    const auto converted = resampler.convert(sine(1000, 0.5, input_rate, 0.5));
    const auto expected = sine(1000, 0.5, 24000, 0.5);
    for (std::size_t n = 2000; n < 10000; ++n) {
        ASSERT_NEAR(converted[n], expected[n], 0.001) << "at sample " << n;
    }
}

TEST(Resampler, DoesNotDelay) {
    for (const auto* converter : {"best", "medium", "fast"}) {
        Resampler resampler(converter, input_rate, 24000);
        std::vector<float> impulse(4410);
        impulse[2205] = 1.0F; // at 0.1 s
        const auto converted = resampler.convert(impulse);
        EXPECT_EQ(std::max_element(converted.begin(), converted.end()) - converted.begin(), 2400)
            << converter;
    }
}

TEST(Resampler, ReturnsTheLengthThatTheRatesRequire) {
    Resampler resampler("medium", input_rate, 24000);
    for (const std::size_t length : {1U, 2U, 441U, 1000U, 22050U, 30001U}) {
        const double exact = static_cast<double>(length) * 24000 / input_rate;
        EXPECT_NEAR(static_cast<double>(resampler.convert(noise(length, 0.5, 1)).size()), exact, 1.0)
            << length;
    }
    EXPECT_TRUE(resampler.convert({}).empty());
}

/// What libsamplerate makes of the signal in one piece.
std::vector<float> converted_whole(const std::vector<float>& signal, int converter, int output_rate) {
    const double ratio = static_cast<double>(output_rate) / input_rate;
    std::vector<float> output(
        static_cast<std::size_t>(std::ceil(static_cast<double>(signal.size()) * ratio)));
    SRC_DATA data{};
    data.data_in = signal.data();
    data.input_frames = static_cast<long>(signal.size());
    data.data_out = output.data();
    data.output_frames = static_cast<long>(output.size());
    data.src_ratio = ratio;
    EXPECT_EQ(src_simple(&data, converter, 1), 0);
    output.resize(static_cast<std::size_t>(data.output_frames_gen));
    return output;
}

// Long signals are converted in several pieces at once, which nobody may hear.
TEST(Resampler, MatchesTheLibraryOnTheCompleteSignal) {
    const std::vector<std::pair<std::string_view, int>> converters = {
        {"best", SRC_SINC_BEST_QUALITY}, {"medium", SRC_SINC_MEDIUM_QUALITY}, {"fast", SRC_SINC_FASTEST}};
    for (const auto& [name, type] : converters) {
        for (const int output_rate : {24000, 44100, 48000, 16000, 8000, 22051}) {
            Resampler resampler(name, input_rate, output_rate);
            for (const unsigned length : {900U, 2500U, 2646U, 12345U, 100000U}) {
                const auto signal = noise(length, 0.5, length);
                const auto expected = converted_whole(signal, type, output_rate);
                const auto converted = resampler.convert(signal);
                ASSERT_GE(converted.size(), expected.size()) << name << ' ' << output_rate << ' ' << length;
                ASSERT_LE(converted.size(), expected.size() + 1); // the library may keep the last to itself
                for (std::size_t n = 0; n < expected.size(); ++n) {
                    ASSERT_NEAR(converted[n], expected[n], 2e-6)
                        << name << " to " << output_rate << " Hz, sample " << n << " of " << length;
                }
            }
        }
    }
}

TEST(Resampler, CopiesTheSignalAtEqualRates) {
    const auto signal = noise(1234, 1.0, 5);
    EXPECT_EQ(Resampler("medium", 24000, 24000).convert(signal), signal);
}

TEST(Resampler, IsIndependentOfThePreviousSignal) {
    Resampler resampler("medium", input_rate, 24000);
    const auto signal = noise(3000, 0.5, 9);
    const auto first = resampler.convert(signal);
    (void)resampler.convert(noise(5000, 1.0, 10));
    EXPECT_EQ(resampler.convert(signal), first);
}

} // namespace
} // namespace recital
