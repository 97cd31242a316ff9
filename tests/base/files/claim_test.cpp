// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/claim.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>
#include <sys/file.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace recital {
namespace {

using testing_support::ScratchFolder;

/// A file system that refuses some calls, by the errors that real ones use.
class LimitedFileSystem : public ClaimCalls {
public:
    struct Refusals {
        const char* name;
        int flag = 0; ///< of RENAME_NOREPLACE; 0 if it is supported
        int link = 0; ///< of hard links; 0 if they are supported
        int rename = 0;
    };

    explicit LimitedFileSystem(Refusals refusals) : refusals_(refusals) {}

    int rename_without_replacing(const std::filesystem::path& from,
                                 const std::filesystem::path& to) override {
        return refusals_.flag != 0 ? refusals_.flag : ClaimCalls::rename_without_replacing(from, to);
    }
    int link(const std::filesystem::path& from, const std::filesystem::path& to) override {
        ++links;
        return refusals_.link != 0 ? refusals_.link : ClaimCalls::link(from, to);
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return refusals_.rename != 0 ? refusals_.rename : ClaimCalls::rename(from, to);
    }
    int create(const std::filesystem::path& path, FileDescriptor& created) override {
        ++reservations;
        return ClaimCalls::create(path, created);
    }

    std::atomic<int> links = 0;
    std::atomic<int> reservations = 0;

private:
    Refusals refusals_;
};

class ClaimName : public testing::TestWithParam<LimitedFileSystem::Refusals> {
protected:
    std::filesystem::path write(const std::string& name, std::string_view content) {
        std::ofstream(path(name)) << content;
        return path(name);
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] std::string content(const std::string& name) const { return read_file(path(name)); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_.path()),
                                                      std::filesystem::directory_iterator()));
    }

    LimitedFileSystem calls{GetParam()};

private:
    ScratchFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(FileSystems, ClaimName,
                         testing::Values(LimitedFileSystem::Refusals{"Complete"},
                                         LimitedFileSystem::Refusals{"WithoutTheFlag", EINVAL},
                                         LimitedFileSystem::Refusals{"OfAnOldKernel", ENOSYS},
                                         LimitedFileSystem::Refusals{"WithoutLinks", EINVAL, EPERM},
                                         LimitedFileSystem::Refusals{"WhereLinksAreUnsupported", EINVAL,
                                                                     EOPNOTSUPP},
                                         LimitedFileSystem::Refusals{"OfOneLinkAFile", EINVAL, EMLINK}),
                         [](const auto& instance) { return std::string(instance.param.name); });

TEST_P(ClaimName, MovesTheFileToAFreeName) {
    EXPECT_TRUE(claim_name(write("temporary", "a book"), path("book.m4b"), calls));
    EXPECT_EQ(content("book.m4b"), "a book");
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(calls.links > 0, GetParam().flag != 0);
    EXPECT_EQ(calls.reservations > 0, GetParam().link != 0);
}

TEST_P(ClaimName, NeverReplacesWhatIsThere) {
    write("book.m4b", "another's");
    EXPECT_FALSE(claim_name(write("temporary", "a book"), path("book.m4b"), calls));
    EXPECT_EQ(content("book.m4b"), "another's");
    EXPECT_EQ(content("temporary"), "a book");
}

TEST_P(ClaimName, NeverReplacesAnEmptyFileOrAFolder) {
    write("book.m4b", "");
    std::filesystem::create_directory(path("folder.m4b"));
    EXPECT_FALSE(claim_name(write("temporary", "a book"), path("book.m4b"), calls));
    EXPECT_FALSE(claim_name(path("temporary"), path("folder.m4b"), calls));
    EXPECT_TRUE(std::filesystem::is_empty(path("book.m4b")));
}

TEST_P(ClaimName, LetsOneOfManyHaveTheName) {
    constexpr int rounds = 20;
    constexpr int claimants = 4;
    for (int round = 0; round < rounds; ++round) {
        const auto target = path("book " + std::to_string(round));
        std::atomic<int> successes = 0;
        std::vector<std::thread> threads;
        for (int n = 0; n < claimants; ++n) {
            const auto mine = write(std::to_string(round) + " of " + std::to_string(n), std::to_string(n));
            threads.emplace_back(
                [this, &successes, mine, target] { successes += claim_name(mine, target, calls) ? 1 : 0; });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        EXPECT_EQ(successes, 1);
        EXPECT_FALSE(std::filesystem::exists(path(std::to_string(round) + " of " + read_file(target))));
    }
    EXPECT_EQ(files(), static_cast<std::size_t>(rounds * claimants)) << "no file was lost";
}

TEST_P(ClaimName, TakesOverTheReservationOfAKilledRun) {
    write("book.m4b", reservation_text);
    EXPECT_TRUE(is_abandoned_reservation(path("book.m4b")));
    EXPECT_TRUE(claim_name(write("temporary", "a book"), path("book.m4b"), calls));
    EXPECT_EQ(content("book.m4b"), "a book");
}

TEST_P(ClaimName, RespectsTheReservationOfARunThatLives) {
    write("book.m4b", reservation_text);
    const FileDescriptor other(::open(path("book.m4b").c_str(), O_RDONLY | O_CLOEXEC));
    ASSERT_EQ(::flock(other.get(), LOCK_EX), 0);
    EXPECT_FALSE(is_abandoned_reservation(path("book.m4b")));
    EXPECT_FALSE(claim_name(write("temporary", "a book"), path("book.m4b"), calls));
    EXPECT_EQ(content("book.m4b"), reservation_text);
}

TEST_P(ClaimName, TellsOfAFolderThatIsMissing) {
    EXPECT_THROW((void)claim_name(write("temporary", "a book"), path("missing/book.m4b"), calls), Error);
    EXPECT_EQ(content("temporary"), "a book");
}

TEST_P(ClaimName, MovesFoldersToFreeNamesOnly) {
    std::filesystem::create_directory(path("old"));
    write("old/01 One.m4b", "one");
    EXPECT_TRUE(claim_folder_name(path("old"), path("new"), calls));
    EXPECT_EQ(content("new/01 One.m4b"), "one");
    std::filesystem::create_directory(path("old"));
    EXPECT_FALSE(claim_folder_name(path("old"), path("new"), calls));
    EXPECT_EQ(content("new/01 One.m4b"), "one");
}

TEST(CommitToFreeName, KeepsTheFileForTheNextNameIfTheFirstIsTaken) {
    const ScratchFolder folder;
    std::ofstream(folder.path() / "book.m4b") << "another's";
    {
        TemporaryFile file(folder.path() / "book.m4b");
        EXPECT_FALSE(commit_to_free_name(file));
        file.set_target(folder.path() / "book (1901-1980).m4b");
        EXPECT_TRUE(commit_to_free_name(file));
    }
    EXPECT_EQ(read_file(folder.path() / "book.m4b"), "another's");
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "book (1901-1980).m4b"));
}

// The reservation would otherwise block the name until a person removes it.
TEST(ClaimNameByReservation, RemovesTheReservationIfTheRenameFails) {
    const ScratchFolder folder;
    std::ofstream(folder.path() / "temporary") << "a book";
    LimitedFileSystem calls({"Broken", EINVAL, EPERM, EIO});
    EXPECT_THROW((void)claim_name(folder.path() / "temporary", folder.path() / "book.m4b", calls), Error);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "book.m4b"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "temporary"));
}

} // namespace
} // namespace recital
