// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

TEST(Overwrite, LeavesForeignFilesAlone) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/b.txt", baktybekova);
    workshop.write("books/Bekzat Petrenko.m4b", "a recording of my own");
    const Outcome outcome = workshop.render({"in"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_EQ(content_of(workshop.books() / "Bekzat Petrenko.m4b"), "a recording of my own");
    EXPECT_TRUE(std::filesystem::exists(workshop.books() / "Valentin Baktybekova.m4b"));
    EXPECT_THAT(outcome.err, HasSubstr("--overwrite"));
    EXPECT_THAT(outcome.err, HasSubstr("Bekzat Petrenko.m4b"));
    EXPECT_THAT(outcome.out, HasSubstr("\"failed\""));
}

TEST(Overwrite, ReplacesForeignFilesWhenAsked) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("books/Bekzat Petrenko.m4b", "a recording of my own");
    EXPECT_EQ(workshop.render({"a.txt", "--overwrite"}).exit_code, 0);
    EXPECT_GT(std::filesystem::file_size(workshop.books() / "Bekzat Petrenko.m4b"), 10000U);
}

TEST(Overwrite, ReplacesItsOwnWork) {
    for (const char* format : {"m4b", "mp3", "opus", "flac", "wav"}) {
        const Workshop workshop;
        workshop.write("a.txt", petrenko);
        const auto book = workshop.books() / (std::string("Bekzat Petrenko.") + format);
        ASSERT_EQ(workshop.render({"a.txt", "--format", format}).exit_code, 0);
        const std::string before = content_of(book);
        workshop.write("a.txt", petrenko + "\nHe was happy.\n");
        EXPECT_EQ(workshop.render({"a.txt", "--format", format}).exit_code, 0);
        EXPECT_GT(content_of(book).size(), before.size());
    }
}

// "Other runs keep taking its name": a link to nothing is not there for stat(2), but has the name.
TEST(Overwrite, LeavesLinksToNothingAlone) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    std::filesystem::create_directory(workshop.books());
    const auto link = workshop.books() / "Bekzat Petrenko.m4b";
    std::filesystem::create_symlink("../nowhere.m4b", link);
    const Outcome outcome = workshop.render({"a.txt"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("exists and was not made by recital"));
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_EQ(workshop.render({"a.txt", "--overwrite"}).exit_code, 0);
    EXPECT_TRUE(std::filesystem::is_regular_file(std::filesystem::symlink_status(link)));
}

TEST(Overwrite, RefusesWhatIsNoFile) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    std::filesystem::create_directory(workshop.books());
    ASSERT_EQ(::mkfifo((workshop.books() / "Bekzat Petrenko.m4b").c_str(), 0600), 0);
    EXPECT_EQ(workshop.render({"a.txt"}).exit_code, 3);
}

} // namespace
} // namespace recital
