// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "support/scratch_folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

using testing_support::ScratchFolder;

TEST(TemporaryFile, AppearsUnderItsNameOnlyWhenCommitted) {
    const ScratchFolder folder;
    const auto target = folder.path() / "Béla.m4b";
    {
        const TemporaryFile abandoned(target);
        FileWriter writer(abandoned.descriptor(), target.string());
        writer.write("half");
        writer.flush();
        EXPECT_FALSE(std::filesystem::exists(target));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));

    TemporaryFile finished(target);
    FileWriter writer(finished.descriptor(), target.string());
    writer.write("whole");
    writer.flush();
    finished.commit();
    EXPECT_EQ(read_file(target), "whole");
    EXPECT_EQ(writer.position(), 5U);
}

TEST(SweepTemporaryFiles, RemovesLeftoversAndSparesTheLiving) {
    const ScratchFolder folder;
    std::ofstream(folder.path() / ".recital-killed") << "leftover";
    std::ofstream(folder.path() / "notes.txt") << "mine";
    const TemporaryFile living(folder.path() / "book.m4b");
    sweep_temporary_files(folder.path());
    EXPECT_FALSE(std::filesystem::exists(folder.path() / ".recital-killed"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "notes.txt"));
    EXPECT_TRUE(std::filesystem::exists(living.path()));
}

TEST(FileWriter, RewritesWhatWasWrittenAndGoesOn) {
    const ScratchFolder folder;
    TemporaryFile file(folder.path() / "book");
    FileWriter writer(file.descriptor(), "book");
    writer.write("0123456789");
    writer.rewrite(2, "ab");
    EXPECT_EQ(writer.position(), 10U);
    writer.write("x");
    writer.flush();
    EXPECT_EQ(read_file(file.path()), "01ab456789x");
}

TEST(FileWriter, TellsOfAFullDisk) {
    FileWriter writer(FileDescriptor(::open("/dev/full", O_WRONLY | O_CLOEXEC)), "book.m4b");
    writer.write("something");
    try {
        writer.flush();
        FAIL() << "a full disk was not noticed";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::output);
        EXPECT_EQ(error.to_string(),
                  "book.m4b: cannot be written: the disk is full: free some space or choose another folder");
    }
}

TEST(ReadFile, NamesWhatIsMissing) {
    const ScratchFolder folder;
    EXPECT_THROW((void)read_file(folder.path() / "absent.txt"), Error);
    EXPECT_THROW((void)read_file(folder.path()), Error);
}

} // namespace
} // namespace recital
