// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/design.h"
#include "artwork/covers/image.h"
#include "artwork/covers/lines.h"
#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <set>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::filesystem::path data = std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "covers";

/// Letters of half their size in width.
double half_square(const std::string& text) {
    return 0.5 * static_cast<double>(text.size());
}

std::vector<std::string> lines_of(const std::string& name) {
    return set_in_lines(name, {1180, 350, 200, 1.04}, half_square).lines;
}

TEST(CoverLines, AreFewAndBalanced) {
    EXPECT_THAT(lines_of("Clara"), ElementsAre("Clara"));
    EXPECT_THAT(lines_of("Bekzat Sánchez Pérez"), ElementsAre("Bekzat", "Sánchez Pérez"));
    EXPECT_THAT(lines_of("Ludwig van Beethoven"), ElementsAre("Ludwig", "van Beethoven"));
    EXPECT_THAT(lines_of("Nikolai Rimsky-Korsakov"), ElementsAre("Nikolai", "Rimsky-Korsakov"));
    EXPECT_THAT(lines_of(""), ElementsAre(""));
}

TEST(CoverLines, BreakTextWithoutSpacesWhereItsScriptAllows) {
    EXPECT_GT(lines_of("冼星海冼星海冼星海冼星海冼星海").size(), 1U);
}

TEST(CoverLines, KeepEveryLetterAndFitTheirArea) {
    std::mt19937 random(7);
    const LineRoom room{1180, 350, 200, 1.04};
    for (int round = 0; round < 300; ++round) {
        std::string name;
        const auto words = 1 + random() % 30;
        for (std::size_t n = 0; n < words; ++n) {
            name += (n == 0 ? "" : " ") + std::string(1 + random() % (round % 7 == 0 ? 90 : 12), 'M');
        }
        const SetText set = set_in_lines(name, room, half_square);
        std::string joined;
        for (const std::string& line : set.lines) {
            joined += (joined.empty() ? "" : " ") + line;
            EXPECT_LE(half_square(line) * set.size, room.width * 1.0001) << name;
        }
        EXPECT_EQ(joined, name);
        EXPECT_GT(set.size, 0);
        EXPECT_LE(set.size * room.leading * static_cast<double>(set.lines.size()), room.height * 1.0001);
    }
}

TEST(CoverDesign, KeepsLetteringReadableInEveryPalette) {
    const CoverDesigner designer(data);
    ASSERT_GT(designer.palettes().size(), 10U);
    for (const Palette& palette : designer.palettes()) {
        const auto row = static_cast<std::size_t>(&palette - designer.palettes().data());
        EXPECT_GE(contrast(palette.ground, palette.ink), 7) << row;
        EXPECT_GE(contrast(palette.ground, palette.accent), 3) << row;
    }
    EXPECT_NEAR(contrast({0, 0, 0}, {1, 1, 1}), 21, 0.001);
}

TEST(CoverDesign, DrawsEveryScriptReproduciblyWithinTheSizeLimit) {
    const CoverDesigner designer(data);
    std::set<std::string> seen;
    std::string long_title;
    for (int n = 0; n < 25; ++n) {
        long_title += "Wolfgang Amadeus ";
    }
    for (const std::string& name :
         {std::string("Bekzat Petrenko"), std::string("Bekzat Sánchez Pérez"),
          std::string("Пётр Ильич Чайковский"), std::string("أم كلثوم"), std::string("冼星海"),
          std::string("武満徹"), std::string("🎻"), long_title}) {
        const CoverText text{name, "1840", "1893", "en"};
        const Cover cover = encode_cover(designer.draw(text));
        EXPECT_LE(cover.jpeg.size(), max_cover_bytes) << name;
        EXPECT_EQ(cover.width, 1400U);
        EXPECT_EQ(cover.height, 1400U);
        EXPECT_EQ(cover.jpeg, encode_cover(designer.draw(text)).jpeg) << name;
        seen.insert(cover.jpeg);
    }
    EXPECT_EQ(seen.size(), 8U) << "no two are alike";
}

TEST(CoverDesign, HasGlyphsForEveryScript) {
    // What is left of two covers in the same colours and with the same ornament is their lettering.
    const CoverDesigner designer(data);
    for (const char* dates : {"1840", "冼星海", "أم كلثوم", "Чайковский"}) {
        EXPECT_NE(designer.draw({"Clara Schumann", "", "", "en"}).rgb,
                  designer.draw({"Clara Schumann", dates, "", "en"}).rgb);
    }
}

TEST(CoverDesign, EveryOrnamentIsDrawn) {
    const CoverDesigner designer(data);
    const Palette& palette = designer.palettes().front();
    std::set<std::string> seen;
    for (std::size_t kind = 0; kind < ornament_kinds(); ++kind) {
        for (const std::uint64_t seed : {1U, 2U}) {
            Canvas canvas("png", 300, 200);
            draw_ornament(canvas, {0, 0, 300, 200}, palette, kind, seed);
            seen.insert(canvas.finish_raster().rgb);
        }
    }
    EXPECT_EQ(seen.size(), 2 * ornament_kinds());
}

TEST(VitalDatesText, ShowsTheKnownYears) {
    EXPECT_EQ(vital_dates_text("1840", "1893"), "1840 – 1893");
    EXPECT_EQ(vital_dates_text("1951", ""), "* 1951");
    EXPECT_EQ(vital_dates_text("", "1893"), "† 1893");
    EXPECT_EQ(vital_dates_text("", ""), "");
}

/// A picture of noise, the hardest to encode.
Raster noise(int width, int height) {
    std::mt19937 random(3);
    Raster raster{width, height, std::string(3 * static_cast<std::size_t>(width * height), '\0')};
    for (char& byte : raster.rgb) {
        byte = static_cast<char>(random());
    }
    return raster;
}

std::string png(int width, int height) {
    Canvas canvas("png", width, height);
    canvas.fill(Rectangle{0, 0, width / 2.0, height / 2.0}, {1, 0, 0, 1});
    return canvas.finish();
}

std::string message_of(const std::string& bytes) {
    try {
        (void)read_cover(bytes);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(CoverImage, IsAtMostAsLargeAsTheLimit) {
    EXPECT_LE(encode_cover(noise(700, 700)).jpeg.size(), max_cover_bytes);
}

TEST(CoverImage, OfNoiseIsMadeSmallerUntilItFits) {
    // 1.1 MB in the least quality: it was refused.
    const Cover cover = encode_cover(noise(1400, 1400));
    EXPECT_LE(cover.jpeg.size(), max_cover_bytes);
    EXPECT_GT(cover.jpeg.size(), max_cover_bytes / 3);
    EXPECT_LT(cover.width, 1400U);
    EXPECT_EQ(cover.width, cover.height);
    EXPECT_EQ(read_cover(cover.jpeg).width, cover.width);
}

TEST(CoverImage, ThatIsTruncatedIsRefused) {
    // Decoders fill up what is missing with grey and say nothing.
    const std::string jpeg = encode_cover(noise(300, 300)).jpeg;
    for (const std::string& whole : {jpeg, png(300, 300)}) {
        for (const std::size_t left : {whole.size() / 9, whole.size() / 2, whole.size() - 1}) {
            EXPECT_THAT(message_of(whole.substr(0, left)), HasSubstr("cut off")) << left;
        }
        EXPECT_EQ(message_of(whole + std::string(100, 'x')), "") << "what stands behind the end is nobody's";
    }
}

TEST(CoverImage, EndsAtItsOwnEndMarkerAndNotAtItsThumbnails) {
    using namespace std::string_literals;
    const std::string jpeg = encode_cover(noise(300, 300)).jpeg;
    const std::string segment = "\xFF\xE1"s + "\x01\x00"s + std::string(250, 'E') + "\xFF\xD8\xFF\xD9"s;
    const std::string with_thumbnail = jpeg.substr(0, 2) + segment + jpeg.substr(2);
    EXPECT_EQ(message_of(with_thumbnail), "");
    EXPECT_THAT(message_of(with_thumbnail.substr(0, jpeg.size() / 2)), HasSubstr("cut off"));
}

TEST(CoverImage, ThatIsTooLargeIsRefusedByItsHeader) {
    // The loader makes room for all pixels of a PNG first: one of 20,000 x 20,000 took 1.2 GB to be refused.
    // Here the checksum of the header would be told by whatever reads further.
    std::string large = png(200, 200);
    large.replace(16, 8, std::string("\x00\x00\x4E\x20\x00\x00\x4E\x20", 8));
    EXPECT_THAT(message_of(large), HasSubstr("20000 x 20000 pixels"));
}

TEST(CoverImage, IsMadeSmallerButNeverLarger) {
    const Cover wide = read_cover(png(2800, 700));
    EXPECT_EQ(wide.width, 1400U);
    EXPECT_EQ(wide.height, 350U);
    const Cover small = read_cover(png(90, 120));
    EXPECT_EQ(small.width, 90U);
    EXPECT_EQ(small.height, 120U);
    EXPECT_EQ(read_cover(wide.jpeg, 500).width, 500U);
    EXPECT_TRUE(small.jpeg.starts_with("\xFF\xD8\xFF"));
}

TEST(CoverImage, NamesTheFault) {
    EXPECT_THAT(message_of(""), HasSubstr("empty"));
    EXPECT_THAT(message_of("GIF89a"), HasSubstr("neither a JPEG nor a PNG"));
    const std::string whole = png(200, 200);
    EXPECT_NE(message_of(whole.substr(0, 40)), "");
    EXPECT_NE(message_of(std::string("\xFF\xD8\xFF\xE0 and nothing of the kind", 28)), "");
    std::string large = whole; // width and height are the first of its header
    large.replace(16, 8, std::string("\x00\x01\x00\x00\x00\x01\x00\x00", 8));
    EXPECT_NE(message_of(large), "");
}

TEST(CoverImage, SurvivesDamagedFiles) {
    std::mt19937 random(11);
    const std::string jpeg = encode_cover(noise(64, 64)).jpeg;
    for (const std::string& whole : {jpeg, png(64, 64)}) {
        for (int round = 0; round < 200; ++round) {
            std::string damaged = whole.substr(0, 1 + random() % whole.size());
            damaged[random() % damaged.size()] = static_cast<char>(random());
            (void)message_of(damaged); // an error or a cover, nothing else
        }
    }
}

} // namespace
} // namespace recital
