// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "studio/job/file_name.h"
#include "studio/job/output_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::map<std::string, std::string> known = {
    {"author", "An Author"}, {"title", "Clara Schumann"}, {"language", "en"}, {"format", "m4b"}};

std::string path(const std::string& text, const std::map<std::string, std::string>& values = known) {
    return OutputTemplate(text).path(values, "Otherwise").string();
}

TEST(OutputTemplate, PutsValuesInTheirPlaces) {
    EXPECT_EQ(path("{author}/{title}/{title}"), "An Author/Clara Schumann/Clara Schumann");
    EXPECT_EQ(path("{format}/{language} {title}"), "m4b/en Clara Schumann");
    EXPECT_EQ(path("plain"), "plain");
}

TEST(OutputTemplate, LeavesOutWhatIsMissing) {
    EXPECT_EQ(path("{year}/{title}"), "Clara Schumann") << "a folder of nothing";
    EXPECT_EQ(path("{year} - {title}"), "Clara Schumann");
    EXPECT_EQ(path("{title} ({year})"), "Clara Schumann");
    EXPECT_EQ(path("{year} - {title} ({year}) [{language}]"), "Clara Schumann [en]");
    EXPECT_EQ(path("{author} - {year} - {title}"), "An Author - Clara Schumann");
    EXPECT_EQ(path("by {year}/{title} [{year}]"), "Clara Schumann") << "a folder's words about nothing";
    EXPECT_EQ(path("{author}/{year}"), "An Author/Otherwise") << "a file has to have a name";
}

TEST(OutputTemplate, StaysInItsFolder) {
    EXPECT_EQ(path("../{title}"), "untitled/Clara Schumann");
    EXPECT_EQ(path("/etc//{title}"), "etc/Clara Schumann");
    EXPECT_EQ(path("{author}/{title}", {{"author", ".."}, {"title", "../a/b"}}), "untitled/_..-a-b");
    EXPECT_EQ(path("{title}", {{"title", "AC/DC: \"Live\""}}), "AC-DC- -Live-");
}

TEST(OutputTemplate, RefusesWhatItDoesNotKnow) {
    const auto message = [](const std::string& text) -> std::string {
        try {
            (void)OutputTemplate(text);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
            return error.what();
        }
        return {};
    };
    EXPECT_THAT(message("{composer}/{title}"),
                HasSubstr("{composer}: the fields are {musician}, {title}, {author}"));
    EXPECT_THAT(message("{title"), HasSubstr("no closing brace"));
    EXPECT_THAT(message("title}"), HasSubstr("not open"));
    EXPECT_THAT(message("{author}/"), HasSubstr("does not end in a file name"));
    EXPECT_THAT(message(""), HasSubstr("does not end in a file name"));
}

} // namespace
} // namespace recital
