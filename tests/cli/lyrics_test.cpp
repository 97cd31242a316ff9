// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

const std::string text_with_lyrics =
    "# Bekzat Petrenko\n\nIn 1957 Bekzat Petrenko left Moscow. He had $5.\n\nHe never told "
    "anybody why he went: Été.\n";

/// The lyrics as ffprobe shows them; ID3 names their language.
std::string lyrics_of(const std::filesystem::path& book) {
    const Json probed = probe(book);
    const auto find = [](const Json& tags) {
        for (const auto& [name, value] : tags.items()) {
            if (name.starts_with("lyrics") || name.starts_with("LYRICS")) {
                return value.get<std::string>();
            }
        }
        return std::string();
    };
    const std::string of_file = find(probed["format"].value("tags", Json::object()));
    return of_file.empty() ? find(probed["streams"][0].value("tags", Json::object())) : of_file;
}

class LyricsIn : public testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Formats, LyricsIn, testing::Values("m4b", "mp3", "opus", "flac"));

TEST_P(LyricsIn, AreTheWrittenText) {
    const Workshop workshop;
    workshop.write("a.md", text_with_lyrics);
    ASSERT_EQ(workshop.render({"a.md", "--format", GetParam()}).exit_code, 0);
    const auto book = workshop.books() / (std::string("Bekzat Petrenko.") + GetParam());
    EXPECT_THAT(lyrics_of(book),
                HasSubstr("\n\nIn 1957 Bekzat Petrenko left Moscow. He had $5.\n\nHe never told "
                          "anybody why he went: Été."));
    EXPECT_EQ(workshop.recital({"verify", book.string()}).exit_code, 0);
    ASSERT_EQ(workshop.render({"a.md", "--format", GetParam(), "--no-lyrics"}).exit_code, 0);
    EXPECT_EQ(lyrics_of(book), "");
}

} // namespace
} // namespace recital
