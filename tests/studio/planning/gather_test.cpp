// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/gather.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class GatherInputs : public testing::Test {
protected:
    void make(const fs::path& relative) {
        fs::create_directories((folder() / relative).parent_path());
        std::ofstream(folder() / relative) << "text";
    }

    std::vector<std::string> gather(const std::vector<fs::path>& arguments) {
        std::vector<std::string> found;
        diagnostics_.clear();
        for (const fs::path& path : gather_inputs(arguments, diagnostics_)) {
            found.push_back(path.lexically_relative(folder()).string());
        }
        return found;
    }

    [[nodiscard]] const fs::path& folder() const { return scratch_.path(); }
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    testing_support::ScratchFolder scratch_;
    std::vector<Diagnostic> diagnostics_;
};

TEST_F(GatherInputs, WalksFoldersInTheOrderOfTheirPaths) {
    make("b.txt");
    make("a/z.md");
    make("a/B.TXT");
    make("É.txt");
    EXPECT_THAT(gather({folder()}), ElementsAre("a/B.TXT", "a/z.md", "b.txt", "É.txt"));
    EXPECT_TRUE(diagnostics().empty());
}

TEST_F(GatherInputs, PassesOverClutterSilentlyAndNamesOtherKinds) {
    for (const char* name : {".hidden.txt", ".git/x.txt", "Thumbs.db", "desktop.ini", "__MACOSX/a.txt",
                             "a.txt~", "#a.txt#", "a.txt.bak", "cover.xyz", "a.txt"}) {
        make(name);
    }
    EXPECT_THAT(gather({folder()}), ElementsAre("a.txt"));
    ASSERT_EQ(diagnostics().size(), 1U);
    EXPECT_EQ(diagnostics()[0].place.file, (folder() / "cover.xyz").string());
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

TEST_F(GatherInputs, FollowsDanglingLinksToTheirOwnError) {
    fs::create_symlink(folder() / "gone", folder() / "lost.txt");
    EXPECT_THAT(gather({folder()}), ElementsAre("lost.txt"));
}

} // namespace
} // namespace recital
