// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/temporary_name.h"
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <functional>
#include <set>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

/// Things that a run waited for without an end. A run that hangs again is ended by the time limit of the
/// test.
class Endless : public testing::Test {
protected:
    Endless() { workshop_.write("in/petrenko.txt", petrenko); }

    static void make_pipe(const std::filesystem::path& path) {
        std::filesystem::create_directories(path.parent_path());
        ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    }

    /// The books that a run makes of the arguments, and its warnings.
    Outcome expect_book(const std::vector<std::string>& arguments) const {
        Outcome outcome = workshop_.render(arguments);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_TRUE(std::filesystem::exists(workshop_.books() / "Bekzat Petrenko.m4b"));
        return outcome;
    }

    Workshop workshop_;
};

TEST_F(Endless, PipeAmongTheInputs) {
    make_pipe(workshop_.path("in/pipe.txt"));
    make_pipe(workshop_.path("in/rows.jsonl"));
    make_pipe(workshop_.path("in/lexicon.tsv"));
    make_pipe(workshop_.path("in/cover.jpg"));
    EXPECT_THAT(expect_book({"in"}).err, HasSubstr("pipe.txt: skipped: it is not a regular file"));
}

TEST_F(Endless, PipeAsTheInput) {
    for (const char* name : {"pipe.txt", "rows.jsonl", "rows.csv", "book.epub", "page.html"}) {
        make_pipe(workshop_.path(name));
        const Outcome outcome = workshop_.render({name, "in"});
        EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(std::string(name) + ": is a named pipe"));
        EXPECT_TRUE(std::filesystem::exists(workshop_.books() / "Bekzat Petrenko.m4b"));
    }
}

TEST_F(Endless, DeviceAsTheInput) {
    std::filesystem::create_symlink("/dev/zero", workshop_.path("zero.csv"));
    for (const char* name : {"/dev/zero", "zero.csv"}) {
        const Outcome outcome = workshop_.render({name, "in"});
        EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr("is a device, not a regular file"));
    }
    EXPECT_NE(workshop_.recital({"script", "/dev/zero"}).exit_code, 0);
    EXPECT_NE(workshop_.recital({"script", "--lines", "/dev/zero"}).exit_code, 0);
}

TEST_F(Endless, PipeAsLexiconOrCover) {
    make_pipe(workshop_.path("pipe"));
    EXPECT_NE(workshop_.render({"in", "--lexicon", "pipe"}).exit_code, 0);
    const Outcome outcome = workshop_.render({"in", "--cover", "pipe"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("--cover pipe cannot be used: is a named pipe"));
}

TEST_F(Endless, PipesInTheCache) {
    (void)expect_book({"in"});
    for (const std::string& file : Workshop::files_below(workshop_.cache())) {
        std::filesystem::remove(workshop_.cache() / file);
        make_pipe(workshop_.cache() / file);
    }
    make_pipe(workshop_.cache() / make_temporary_name(".recital-"));
    EXPECT_EQ(workshop_.render({"in", "--dry-run"}).exit_code, 0);
    (void)expect_book({"in"});
}

TEST_F(Endless, PipesInTheOutputFolder) {
    make_pipe(workshop_.books() / make_temporary_name(".recital-"));
    make_pipe(workshop_.books() / "Bekzat Petrenko/Bekzat Petrenko.m4b.m3u8");
    make_pipe(workshop_.books() / "Bekzat Petrenko.vtt");
    const Outcome refused = workshop_.render({"in", "--split-chapters", "--subtitles", "vtt"});
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_THAT(refused.err, HasSubstr("was not made by recital"));
    (void)expect_book({"in", "--split-chapters", "--subtitles", "vtt", "--overwrite"});
}

TEST_F(Endless, PipeAsAudioFile) {
    make_pipe(workshop_.path("book.m4b"));
    EXPECT_NE(workshop_.recital({"verify", "book.m4b"}).exit_code, 0);
    EXPECT_NE(workshop_.recital({"inspect", "book.m4b"}).exit_code, 0);
}

TEST_F(Endless, FileLargerThanMemory) {
    for (const char* name : {"in/vast.txt", "in/vast.epub", "in/vast.html"}) {
        std::filesystem::resize_file(workshop_.write(name, "text"), std::uintmax_t{1} << 40U);
    }
    const Outcome outcome = workshop_.render({"in"});
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("is larger than 1024 MiB"));
}

TEST_F(Endless, FoldersThatLeadBack) {
    std::filesystem::create_directory_symlink("..", workshop_.path("in/up"));
    std::filesystem::create_directory_symlink("/proc", workshop_.path("in/proc"));
    workshop_.write("baktybekova.txt", baktybekova);
    EXPECT_THAT(expect_book({"in"}).err, HasSubstr("leads back"));
    EXPECT_FALSE(std::filesystem::exists(workshop_.books() / "Valentin Baktybekova.m4b"));
}

/// What is given on the command line is read even if it is a pipe, where the shell made it for this program.
TEST_F(Endless, StandardInputIsReadAsBefore) {
    const Outcome outcome = workshop_.recital({"script", "/dev/stdin"}, petrenko);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("Bekzat Petrenko was born in Moscow."));
}

/// The children of a running program.
std::set<pid_t> children_of(pid_t process) {
    std::set<pid_t> children;
    const std::string id = std::to_string(process);
    std::ifstream list("/proc/" + id + "/task/" + id + "/children");
    for (pid_t child = 0; list >> child;) {
        children.insert(child);
    }
    return children;
}

/// A stopped child uses no CPU time, and the run waited for it for ever. Now it is ended, and its passage is
/// rendered by another.
TEST_F(Endless, StoppedChild) {
    workshop_.write("long.txt", long_biography());
    Program program({RECITAL_PROGRAM, "render", "long.txt", "-o", workshop_.books().string(), "--no-cache",
                     "--timeout", "2", "-j", "2"});
    workshop_.prepare(program);
    program.start();
    std::set<pid_t> seen;
    std::size_t stopped = 0;
    while (!program.has_ended()) {
        for (const pid_t child : children_of(program.process())) {
            const bool is_new = seen.insert(child).second;
            if (is_new && (seen.size() == 1 || seen.size() == 6)) { // not the one that takes over
                stopped += ::kill(child, SIGSTOP) == 0 ? 1U : 0U;
            }
        }
    }
    const Outcome outcome = program.wait();
    EXPECT_EQ(stopped, 2U);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(std::filesystem::exists(workshop_.books() / "Bekzat Petrenko.m4b"));
}

} // namespace
} // namespace recital
