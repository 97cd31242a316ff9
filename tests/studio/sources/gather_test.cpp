// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/gather.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace recital {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class GatherInputs : public testing::Test {
protected:
    void make(const fs::path& relative, const std::string& content = "text") {
        fs::create_directories((folder() / relative).parent_path());
        std::ofstream(folder() / relative, std::ios::binary) << content;
    }

    std::vector<std::string> gather(const std::vector<fs::path>& arguments) {
        std::vector<std::string> found;
        inputs_ = gather_inputs(arguments);
        EXPECT_TRUE(inputs_.warnings.empty());
        for (const fs::path& path : inputs_.files) {
            found.push_back(path.lexically_relative(folder()).string());
        }
        return found;
    }

    [[nodiscard]] const fs::path& folder() const { return scratch_.path(); }
    [[nodiscard]] const std::vector<SkippedReport>& skipped() const { return inputs_.skipped; }

private:
    testing_support::ScratchFolder scratch_;
    GatheredInputs inputs_;
};

TEST_F(GatherInputs, WalksFoldersInTheOrderOfTheirPaths) {
    make("b.txt");
    make("a/z.md");
    make("a/B.TXT");
    make("É.txt");
    EXPECT_THAT(gather({folder()}), ElementsAre("a/B.TXT", "a/z.md", "b.txt", "É.txt"));
    EXPECT_TRUE(skipped().empty());
}

TEST_F(GatherInputs, PassesOverClutterSilentlyAndNamesOtherKinds) {
    for (const char* name : {".hidden.txt", ".git/x.txt", "Thumbs.db", "desktop.ini", "__MACOSX/a.txt",
                             "a.txt~", "#a.txt#", "a.txt.bak", "cover.xyz", "a.txt"}) {
        make(name);
    }
    EXPECT_THAT(gather({folder()}), ElementsAre("a.txt"));
    ASSERT_EQ(skipped().size(), 1U);
    EXPECT_EQ(skipped()[0].source, (folder() / "cover.xyz").string());
    EXPECT_EQ(skipped()[0].code, "unknown-name");
}

TEST_F(GatherInputs, TakesNamedFilesAsGivenEvenMissingOnes) {
    make("notes.xyz");
    EXPECT_THAT(gather({folder() / "notes.xyz", folder() / "absent.txt"}),
                ElementsAre("notes.xyz", "absent.txt"));
}

TEST_F(GatherInputs, EndsOnCircularLinksAndTakesEachFileOnce) {
    make("a/one.txt");
    fs::create_directory_symlink(folder() / "a", folder() / "a" / "self");
    fs::create_symlink(folder() / "a" / "one.txt", folder() / "same.txt");
    EXPECT_THAT(gather({folder(), folder() / "a" / "one.txt"}), ElementsAre("a/one.txt"));
}

/// A link to the folder above had all that lies there read, too.
TEST_F(GatherInputs, PassesOverLinksThatLeadBack) {
    make("elsewhere/other.txt");
    make("in/deep/one.txt");
    fs::create_directory_symlink("..", folder() / "in" / "up");
    fs::create_directory_symlink("/", folder() / "in" / "root");
    fs::create_directory_symlink(folder() / "in", folder() / "in" / "deep" / "circle");
    EXPECT_THAT(gather({folder() / "in"}), ElementsAre("in/deep/one.txt"));
    EXPECT_EQ(skipped().size(), 3U);
    fs::create_directory_symlink(folder() / "elsewhere", folder() / "in" / "aside");
    EXPECT_THAT(gather({folder() / "in"}), ElementsAre("in/aside/other.txt", "in/deep/one.txt"));
}

TEST_F(GatherInputs, PassesOverWhatIsNotAFile) {
    make("one.txt");
    ASSERT_EQ(::mkfifo((folder() / "pipe.txt").c_str(), 0600), 0);
    fs::create_symlink(folder() / "pipe.txt", folder() / "link.txt");
    fs::create_symlink("/dev/zero", folder() / "zero.jsonl");
    fs::create_symlink("/dev/stdin", folder() / "input.txt");
    EXPECT_THAT(gather({folder()}), ElementsAre("one.txt"));
    EXPECT_EQ(skipped().size(), 4U);
    for (const SkippedReport& report : skipped()) {
        EXPECT_EQ(report.reason, "it is not a regular file");
        EXPECT_EQ(report.code, "not-regular");
    }
}

/// Files of the kernel are made while they are read, and some have no end.
TEST_F(GatherInputs, PassesOverFileSystemsOfTheKernel) {
    make("one.txt");
    for (const char* target : {"/proc", "/proc/self", "/proc/self/fd", "/sys"}) {
        std::string name = target;
        std::replace(name.begin(), name.end(), '/', '_');
        fs::create_directory_symlink(target, folder() / name);
    }
    EXPECT_THAT(gather({folder()}), ElementsAre("one.txt"));
    EXPECT_EQ(skipped().size(), 4U);
    EXPECT_THAT(gather({"/proc"}), testing::IsEmpty());
    EXPECT_EQ(skipped().size(), 1U);
}

TEST_F(GatherInputs, NamesTheKindOfWhatNoReaderReads) {
    make("a.pdf", "%PDF-1.4\n");
    make("b", "%PDF-1.4\n");
    make("c.rtf", "{\\rtf1 x}");
    make("d.txt", "%PDF-1.4\n"); // it calls itself a text: its failure has to be seen
    EXPECT_THAT(gather({folder()}), ElementsAre("d.txt"));
    std::vector<std::string> codes;
    for (const SkippedReport& report : skipped()) {
        codes.push_back(report.code);
    }
    EXPECT_THAT(codes, ElementsAre("pdf", "pdf", "rtf"));
}

TEST_F(GatherInputs, TakesByContentWhatHasNoNameOfAText) {
    make("life", "<!DOCTYPE html><html><body><p>She sang.</p></body></html>");
    make("index.php", "<html><body><p>She sang.</p></body></html>");
    make("notes", "She sang.");
    EXPECT_THAT(gather({folder()}), ElementsAre("index.php", "life"));
    ASSERT_EQ(skipped().size(), 1U);
    EXPECT_EQ(skipped()[0].code, "unknown-name");
}

TEST_F(GatherInputs, TakesAHyphenForStandardInput) {
    EXPECT_EQ(gather_inputs(std::vector<fs::path>{"-"}).files, std::vector<fs::path>{"/dev/stdin"});
}

TEST_F(GatherInputs, FollowsDanglingLinksToTheirOwnError) {
    fs::create_symlink(folder() / "gone", folder() / "lost.txt");
    EXPECT_THAT(gather({folder()}), ElementsAre("lost.txt"));
}

} // namespace
} // namespace recital
