// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "support/scratch_folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <string>

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

class SweepTemporaryFiles : public testing::Test {
protected:
    SweepTemporaryFiles() {
        leftover_ = TemporaryFile(folder() / "book.m4b").path(); // which is gone again
        std::ofstream(leftover_) << "half a book of a killed run";
    }

    [[nodiscard]] const std::filesystem::path& folder() const { return scratch_.path(); }
    [[nodiscard]] const std::filesystem::path& leftover() const { return leftover_; }

    void expect_kept(const std::filesystem::path& path) const {
        sweep_temporary_files(folder());
        EXPECT_TRUE(std::filesystem::exists(std::filesystem::symlink_status(path))) << path;
    }

private:
    ScratchFolder scratch_;
    std::filesystem::path leftover_;
};

TEST_F(SweepTemporaryFiles, RemovesLeftoversAndSparesTheLiving) {
    const TemporaryFile living(folder() / "book.m4b");
    sweep_temporary_files(folder());
    EXPECT_FALSE(std::filesystem::exists(leftover()));
    EXPECT_TRUE(std::filesystem::exists(living.path()));
}

/// A person's ".recital-notes.txt" was deleted: its name begins as those of temporary files.
TEST_F(SweepTemporaryFiles, SparesFilesOfAPerson) {
    const std::string name = leftover().filename().string();
    const std::string other_digit = name.back() == '0' ? "1" : "0";
    for (const std::string& own :
         {std::string("notes.txt"), std::string(".recital-notes.txt"), std::string(".recital-"),
          std::string(".recital-backup"), std::string(".recital-aBcDeF"),
          std::string(".recital-0123456789abcdef-01234567"), name + ".txt", name + "~", "x" + name,
          name.substr(0, name.size() - 1), name.substr(0, name.size() - 1) + other_digit}) {
        std::ofstream(folder() / own) << "mine";
        expect_kept(folder() / own);
    }
}

TEST_F(SweepTemporaryFiles, SparesWhatIsNotAFileOfItsOwn) {
    std::filesystem::remove(leftover());
    std::filesystem::create_directory(leftover());
    expect_kept(leftover());
    std::filesystem::remove(leftover());
    std::ofstream(folder() / "notes.txt") << "mine";
    std::filesystem::create_symlink(folder() / "notes.txt", leftover());
    expect_kept(leftover());
    expect_kept(folder() / "notes.txt");
    std::filesystem::remove(leftover());
    std::filesystem::create_hard_link(folder() / "notes.txt", leftover());
    expect_kept(leftover());
}

/// The sweep opened a pipe and waited for a writer that never came.
TEST_F(SweepTemporaryFiles, DoesNotWaitForAPipe) {
    std::filesystem::remove(leftover());
    ASSERT_EQ(::mkfifo(leftover().c_str(), 0600), 0);
    expect_kept(leftover());
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

/// Each of these was read without an end, or waited for a writer that never came.
TEST(ReadFile, RefusesWhatIsNotARegularFile) {
    const ScratchFolder folder;
    const auto pipe = folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const auto socket = folder.path() / "socket";
    const FileDescriptor listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{AF_UNIX, {}};
    socket.string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(listening.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    std::filesystem::create_symlink(pipe, folder.path() / "link.txt");
    std::filesystem::create_symlink("/dev/stdin", folder.path() / "input.txt");
    for (const std::filesystem::path& path :
         {pipe, socket, folder.path() / "link.txt", std::filesystem::path("/dev/zero"),
          std::filesystem::path("/dev/random"), std::filesystem::path("/dev/full")}) {
        try {
            (void)read_file(path);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_NE(std::string(error.what()).find("not a regular file"), std::string::npos)
                << path << ": " << error.what();
        }
    }
}

// A read of /proc/kmsg waits for the next message of the kernel: the run never ended.
TEST(ReadFile, RefusesTheStateOfTheSystem) {
    for (const char* const path : {"/proc/kmsg", "/proc/self/mem", "/proc/self/status"}) {
        try {
            (void)read_file(path);
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_NE(std::string(error.what()).find("is the state of the system"), std::string::npos)
                << path << ": " << error.what();
        }
    }
}

TEST(ReadFile, RefusesFilesTooLargeForMemory) {
    const ScratchFolder folder;
    std::ofstream(folder.path() / "vast.txt") << "text";
    std::filesystem::resize_file(folder.path() / "vast.txt", std::uintmax_t{1} << 40U);
    try {
        (void)read_file(folder.path() / "vast.txt");
        FAIL() << "it was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
    }
}

TEST(ReadFile, ReadsWhatComesThroughADescriptorOfItsOwn) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    const FileDescriptor out(ends[0]);
    {
        FileDescriptor in(ends[1]);
        ASSERT_EQ(::write(in.get(), "text", 4), 4);
    }
    EXPECT_EQ(read_file("/dev/fd/" + std::to_string(out.get())), "text");
}

TEST(ReadFile, NamesWhatIsMissing) {
    const ScratchFolder folder;
    EXPECT_THROW((void)read_file(folder.path() / "absent.txt"), Error);
    EXPECT_THROW((void)read_file(folder.path()), Error);
}

} // namespace
} // namespace recital
