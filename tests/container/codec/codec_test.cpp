// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/codec.h"
#include "container/formats.h"
#include "support/books.h"
#include "support/players.h"

#include <gtest/gtest.h>

#include <cstring>
#include <numeric>
#include <tuple>
#include <utility>

namespace recital {
namespace {

using namespace testing_support;

std::vector<std::int16_t> pcm_of(const std::vector<float>& samples) {
    const Packets packets = make_codec(make_format_settings("wav", 0, 0))->encode(samples);
    std::vector<std::int16_t> result(packets.bytes.size() / 2);
    std::memcpy(result.data(), packets.bytes.data(), packets.bytes.size());
    return result;
}

TEST(PcmCodec, KeepsEvery16BitValue) {
    std::vector<float> samples;
    for (int value = -32768; value <= 32767; ++value) {
        samples.push_back(static_cast<float>(value) / 32768.0F);
    }
    const auto coded = pcm_of(samples);
    ASSERT_EQ(coded.size(), 65536U);
    for (int value = -32768; value <= 32767; ++value) {
        ASSERT_EQ(coded[static_cast<std::size_t>(value + 32768)], value);
    }
}

TEST(PcmCodec, RoundsAndClips) {
    EXPECT_EQ(pcm_of({0.4F / 32768, 0.6F / 32768, -0.6F / 32768, 1.0F, 3.0F, -1.0F, -3.0F}),
              (std::vector<std::int16_t>{0, 1, -1, 32767, 32767, -32768, -32768}));
}

TEST(AacCodec, GivesAPacketForEachFrame) {
    const auto codec = make_codec(make_format_settings("m4b", 0, 0));
    for (const std::size_t frames : {1U, 2U, 3U, 20U}) {
        const Packets packets = codec->encode(passage_sound(frames, 1024, 24000, 3));
        EXPECT_EQ(packets.sizes.size(), frames);
        EXPECT_EQ(std::accumulate(packets.sizes.begin(), packets.sizes.end(), std::size_t{0}),
                  packets.bytes.size());
    }
}

TEST(AacCodec, GivesTheSameBytesEachTime) {
    const auto sound = passage_sound(12, 1024, 24000, 5);
    const auto codec = make_codec(make_format_settings("m4b", 0, 0));
    const std::string first = codec->encode(sound).bytes;
    (void)codec->encode(passage_sound(9, 1024, 24000, 6));
    EXPECT_EQ(codec->encode(sound).bytes, first);
    EXPECT_EQ(make_codec(make_format_settings("m4b", 0, 0))->encode(sound).bytes, first);
}

TEST(AacCodec, TakesEveryRateAndBitrateThatAreOffered) {
    for (const int rate : {16000, 22050, 24000, 32000, 44100, 48000}) {
        for (const int bitrate : {16000, 6 * rate}) {
            const auto codec = make_codec(make_format_settings("m4b", rate, bitrate));
            EXPECT_EQ(codec->encode(passage_sound(6, 1024, rate, 1)).sizes.size(), 6U)
                << rate << ' ' << bitrate;
        }
    }
}

TEST(Mp3Codec, TakesEveryRateAndBitrateThatAreOffered) {
    for (const auto& [rate, bitrate] : std::vector<std::pair<int, int>>{{16000, 16000},
                                                                        {16000, 160000},
                                                                        {22050, 24000},
                                                                        {24000, 160000},
                                                                        {32000, 32000},
                                                                        {44100, 320000},
                                                                        {48000, 40000}}) {
        const FormatSettings settings = make_format_settings("mp3", rate, bitrate);
        const Packets packets =
            make_codec(settings)->encode(passage_sound(6, settings.frame_samples(), rate, 1));
        EXPECT_EQ(packets.sizes.size(), 7U) << rate << ' ' << bitrate;
        std::size_t position = 0;
        for (const std::uint32_t size :
             packets.sizes) { // each begins with a frame header, none with the end of another
            EXPECT_EQ(packets.bytes.substr(position, 1), "\xFF") << rate << ' ' << bitrate;
            position += size;
        }
        EXPECT_EQ(position, packets.bytes.size());
    }
}

TEST(OpusCodec, GivesOnePacketMoreThanFrames) {
    for (const int bitrate : {24000, 48000, 256000}) {
        const auto codec = make_codec(make_format_settings("opus", 0, bitrate));
        const auto sound = passage_sound(9, 960, 48000, 3);
        const Packets packets = codec->encode(sound);
        EXPECT_EQ(packets.sizes.size(), 10U);
        EXPECT_EQ(codec->encode(sound).bytes, packets.bytes);
    }
}

TEST(LossyCodecs, KeepTheLevel) {
    for (const auto& [name, rate, bitrate] :
         std::vector<std::tuple<const char*, int, int>>{{"mp3", 24000, 80000},
                                                        {"mp3", 44100, 192000},
                                                        {"mp3", 48000, 224000},
                                                        {"mp3", 44100, 320000},
                                                        {"opus", 48000, 64000},
                                                        {"m4b", 24000, 64000}}) {
        const FormatSettings settings = make_format_settings(name, rate, bitrate);
        MadeBook made = make_book(settings, {"One"}, 4);
        const ScratchFolder folder;
        write_to(made, folder.path() / "book");
        EXPECT_NEAR(level(decode(folder.path() / "book")), level(made.master), 0.15)
            << name << ' ' << bitrate;
    }
}

TEST(AacCodec, UsesItsBitRate) {
    const auto sound = passage_sound(120, 1024, 24000, 2);
    const auto size_at = [&](int bitrate) {
        return make_codec(make_format_settings("m4b", 24000, bitrate))->encode(sound).bytes.size();
    };
    EXPECT_LT(size_at(24000), size_at(48000));
    EXPECT_LT(size_at(48000), size_at(96000));
}

} // namespace
} // namespace recital
