// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/m4b.h"
#include "support/books.h"
#include "support/players.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

TEST(M4b, ShowsItsChaptersAndTagsToAPlayer) {
    const std::vector<std::string> titles = {"Introduction", "Été à Almaty", "夜想曲", "🎹 Encore",
                                             "\"Quoted\" & <cut>"};
    const MadeBook made = make_book(FormatSettings{}, titles);
    const ScratchFolder folder;
    write_to(made, folder.path() / "Бюль-Бюль.m4b");
    const auto shown = probe(folder.path() / "Бюль-Бюль.m4b");
    ASSERT_EQ(shown["chapters"].size(), titles.size());
    double start = 0;
    for (std::size_t n = 0; n < titles.size(); ++n) {
        const auto& chapter = shown["chapters"][n];
        EXPECT_EQ(chapter["tags"]["title"], titles[n]);
        EXPECT_NEAR(std::stod(chapter["start_time"].get<std::string>()), start, 0.001);
        start += static_cast<double>(made.book.chapters[n].samples()) / 24000;
        EXPECT_NEAR(std::stod(chapter["end_time"].get<std::string>()), start, 0.001);
    }
    const auto& tags = shown["format"]["tags"];
    EXPECT_EQ(tags["title"], "Bekzat Sánchez Pérez");
    EXPECT_EQ(tags["album"], "Bekzat Sánchez Pérez");
    EXPECT_EQ(tags["composer"], "eSpeak NG (narrator)");
    EXPECT_EQ(tags["genre"], "Audiobook");
    EXPECT_EQ(tags["date"], "1999-05-04");
    EXPECT_EQ(tags["media_type"], "2");
    EXPECT_FALSE(tags.contains("creation_time"));
    EXPECT_EQ(shown["streams"][0]["codec_name"], "aac");
    EXPECT_EQ(shown["streams"][0]["sample_rate"], "24000");
    EXPECT_EQ(shown["streams"][0]["channels"], 1);
    EXPECT_EQ(shown["streams"][0]["tags"]["language"], "eng");
}

} // namespace
} // namespace recital
