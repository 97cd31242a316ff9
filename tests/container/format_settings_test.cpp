// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace recital {
namespace {

std::string complaint(std::string_view name, int sample_rate, int bitrate) {
    try {
        (void)make_format_settings(name, sample_rate, bitrate);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        return error.what();
    }
    return "none";
}

TEST(FormatSettings, HaveDefaults) {
    const FormatSettings m4b = make_format_settings("m4b", 0, 0);
    EXPECT_EQ(m4b.format, all_formats().front().format);
    EXPECT_EQ(m4b.sample_rate, 24000);
    EXPECT_EQ(m4b.bitrate, 64000);
    EXPECT_EQ(make_format_settings("wav", 0, 0).bitrate, 0);
}

TEST(AudioContainer, CountTheChaptersThatAreMarked) {
    std::vector<std::uint64_t> starts(1101);
    std::iota(starts.begin(), starts.end(), std::uint64_t{0});
    for (const AudioContainer& format : all_formats()) {
        const bool numbers_them = format.name == "opus" || format.name == "flac";
        EXPECT_EQ(format.marked_chapters(starts), numbers_them ? 999U : 1101U) << format.name;
    }
    starts = {0, 0xFFFFFFFF, 0x100000000};
    EXPECT_EQ(traits_of(Format::wav).marked_chapters(starts), 2U);
    EXPECT_EQ(traits_of(Format::flac).marked_chapters(starts), 3U);
}

TEST(FormatSettings, SayWhatIsPossible) {
    EXPECT_THAT(complaint("flac9", 0, 0),
                testing::AllOf(testing::HasSubstr("m4b"), testing::HasSubstr("wav")));
    EXPECT_THAT(complaint("", 0, 0), testing::HasSubstr("m4b"));
    EXPECT_THAT(complaint("m4b", 12345, 0), testing::HasSubstr("24000"));
    EXPECT_THAT(complaint("m4b", 24000, 1000), testing::HasSubstr("16"));
    EXPECT_THAT(complaint("m4b", 24000, 145000), testing::HasSubstr("144"));
    EXPECT_THAT(complaint("wav", 0, 64000), testing::HasSubstr("lossless"));
    EXPECT_THAT(complaint("wav", 7999, 0), testing::HasSubstr("8000"));
    EXPECT_THAT(complaint("opus", 24000, 0), testing::HasSubstr("48000"));
    EXPECT_THAT(complaint("opus", 0, 16000), testing::HasSubstr("24"));
    EXPECT_THAT(complaint("mp3", 0, 65000), testing::HasSubstr("64, 80"));
    EXPECT_THAT(complaint("mp3", 24000, 320000), testing::HasSubstr("160"));
    EXPECT_EQ(complaint("mp3", 44100, 320000), "none");
}

TEST(FormatSettings, OfSeveralFormatsAreMeantForThoseThatHaveTheChoice) {
    const std::vector<std::string> names = {"m4b", "opus", "wav", "m4b"};
    const auto formats = make_formats(names, 44100, 96000);
    ASSERT_EQ(formats.size(), 3U);
    EXPECT_EQ(formats[0].sample_rate, 44100);
    EXPECT_EQ(formats[0].bitrate, 96000);
    EXPECT_EQ(formats[1].sample_rate, 48000);
    EXPECT_EQ(formats[1].bitrate, 96000);
    EXPECT_EQ(formats[2].sample_rate, 44100);
    EXPECT_EQ(formats[2].bitrate, 0);
    const std::vector<std::string> lossless = {"flac", "wav"};
    EXPECT_THROW((void)make_formats(lossless, 0, 64000), Error);
    const std::vector<std::string> fixed = {"opus"};
    EXPECT_THROW((void)make_formats(fixed, 24000, 0), Error);
}

TEST(FormatSettings, OfLosslessFormatsMakeTheSameTakes) {
    EXPECT_EQ(describe(make_format_settings("wav", 0, 0)), describe(make_format_settings("flac", 0, 0)));
}

TEST(FormatSettings, AreToldFromEachOther) {
    const std::string usual = describe(make_format_settings("m4b", 0, 0));
    EXPECT_NE(describe(make_format_settings("m4b", 0, 48000)), usual);
    EXPECT_NE(describe(make_format_settings("m4b", 44100, 0)), usual);
    EXPECT_NE(describe(make_format_settings("wav", 0, 0)), usual);
    EXPECT_EQ(describe(make_format_settings("m4b", 24000, 64000)), usual);
}

} // namespace
} // namespace recital
