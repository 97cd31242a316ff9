// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;

std::string binary() {
    std::string bytes;
    for (unsigned n = 0; n < 4000; ++n) {
        bytes.push_back(static_cast<char>((n * n * 31 + n / 7) % 256));
    }
    return bytes;
}

/// Renders `bad` beside a good biography: the bad one fails by itself and is named.
void expect_to_fail_alone(const Workshop& workshop, const std::string& bad) {
    workshop.write("good.txt", petrenko);
    const Outcome outcome = workshop.render({bad, "good.txt"});
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(bad));
    EXPECT_EQ(Workshop::files_below(workshop.books()), std::vector<std::string>{"Bekzat Petrenko.m4b"});
    const auto lines = results_in(outcome.out);
    ASSERT_EQ(lines.size(), 3U) << outcome.out;
    const auto failed =
        std::find_if(lines.begin(), lines.end(), [](const Json& line) { return line.contains("failed"); });
    ASSERT_NE(failed, lines.end());
    EXPECT_EQ((*failed)["failed"]["source"], bad);
    EXPECT_EQ((*failed)["failed"]["kind"], "input");
    EXPECT_TRUE((*failed)["failed"]["line"].is_number());
    EXPECT_FALSE((*failed)["failed"]["error"].get<std::string>().empty());
    EXPECT_EQ(lines.back()["done"]["books"], 1);
    EXPECT_EQ(lines.back()["done"]["failed"], 1);
}

TEST(BadInput, EmptyFailsAlone) {
    const Workshop workshop;
    workshop.write("bad.txt", "");
    expect_to_fail_alone(workshop, "bad.txt");
}

TEST(BadInput, BlankFailsAlone) {
    const Workshop workshop;
    workshop.write("bad.txt", " \n\t\n  \r\n");
    expect_to_fail_alone(workshop, "bad.txt");
}

TEST(BadInput, BinaryFailsAlone) {
    const Workshop workshop;
    workshop.write("bad.txt", binary());
    expect_to_fail_alone(workshop, "bad.txt");
}

TEST(BadInput, MissingFailsAlone) {
    const Workshop workshop;
    expect_to_fail_alone(workshop, "bad.txt");
}

TEST(BadInput, UnreadableFailsAlone) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "file permissions do not bind the superuser";
    }
    const Workshop workshop;
    std::filesystem::permissions(workshop.write("bad.txt", baktybekova), std::filesystem::perms::none);
    expect_to_fail_alone(workshop, "bad.txt");
}

TEST(BadInput, AloneGivesNoBook) {
    const Workshop workshop;
    workshop.write("empty.txt", "");
    const Outcome outcome = workshop.render({"empty.txt", "missing.txt"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_EQ(results_in(outcome.out).back()["done"]["failed"], 2);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("empty.txt"), HasSubstr("missing.txt")));
}

TEST(BadOutput, AFolderThatCannotBeMadeIsNamed) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("file", "not a folder");
    for (const char* folder : {"file", "file/below", "/proc/nowhere"}) {
        const Outcome outcome =
            workshop.recital({"render", "a.txt", "-o", folder, "--cache", "cache", "--json"});
        EXPECT_EQ(outcome.exit_code, 3) << folder;
        EXPECT_THAT(outcome.err, HasSubstr(folder));
        EXPECT_THAT(outcome.out, HasSubstr("\"kind\":\"output\"")) << folder;
    }
    EXPECT_EQ(content_of(workshop.path("file")), "not a folder");
}

TEST(BadOutput, AFolderWithoutPermissionIsNamed) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "file permissions do not bind the superuser";
    }
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    std::filesystem::create_directory(workshop.books());
    std::filesystem::permissions(workshop.books(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    const Outcome outcome = workshop.render({"a.txt"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("permission"));
    std::filesystem::permissions(workshop.books(), std::filesystem::perms::owner_all);
}

TEST(BadOutput, AFolderInTheBooksPlaceIsNamed) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("books/Bekzat Petrenko.m4b/mine.txt", "mine");
    for (const bool overwrite : {false, true}) {
        const Outcome outcome = workshop.render(overwrite ? std::vector<std::string>{"a.txt", "--overwrite"}
                                                          : std::vector<std::string>{"a.txt"});
        EXPECT_EQ(outcome.exit_code, 3);
        EXPECT_THAT(outcome.err, HasSubstr("Bekzat Petrenko.m4b"));
        EXPECT_EQ(Workshop::files_below(workshop.books()),
                  std::vector<std::string>{"Bekzat Petrenko.m4b/mine.txt"});
    }
}

TEST(BadOutput, ANameTooLongIsNamed) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const Outcome outcome =
        workshop.recital({"render", "a.txt", "-o", std::string(300, 'x') + ".m4b", "--no-cache"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("xxx.m4b"), testing::Not(HasSubstr("defect"))));
}

TEST(BadCache, IsNamedAndCostsNoFile) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("file", "not a folder");
    for (const char* cache : {"file", "file/below", "/proc/nowhere"}) {
        const Outcome outcome = workshop.recital({"render", "a.txt", "-o", "books", "--cache", cache});
        EXPECT_EQ(outcome.exit_code, 3) << cache;
        EXPECT_THAT(outcome.err, HasSubstr(cache));
        EXPECT_TRUE(Workshop::files_below(workshop.books()).empty());
    }
}

// A service's user has a home that does not exist or is not its own: that cost every book.
TEST(BadCache, IsDoneWithoutWhereNobodyAskedForIt) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("home-cache", "not a folder");
    EXPECT_EQ(workshop.recital({"render", "a.txt", "-o", "books"}).exit_code, 0);
    EXPECT_EQ(content_of(workshop.path("home-cache")), "not a folder");
}

} // namespace
} // namespace recital
