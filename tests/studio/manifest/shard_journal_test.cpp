// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/temporary_name.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/manifest/shard_journal.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace recital {
namespace {

JournalEntry entry_of(const std::string& name) {
    return {digest_of(name), "line " + name, "block " + name};
}

class JournalOfAShard : public testing::Test {
protected:
    [[nodiscard]] ShardJournal begin() const { return {folder_.path() / "plan", "shard-1-of-2"}; }
    [[nodiscard]] std::filesystem::path file(unsigned attempt) const {
        return attempt_path(folder_.path() / "plan", "shard-1-of-2", attempt, journal_extension);
    }
    static std::string line_of(const ShardJournal& journal, const std::string& name) {
        const auto entry = journal.find(digest_of(name));
        return entry ? entry->line + ", " + entry->block : "none";
    }

private:
    testing_support::ScratchFolder folder_;
};

TEST_F(JournalOfAShard, IsKnownToTheNextAttempt) {
    {
        ShardJournal first = begin();
        EXPECT_EQ(first.attempt(), 1U);
        first.add(entry_of("a"));
        first.add(entry_of("b"));
        EXPECT_EQ(line_of(first, "a"), "none") << "of earlier attempts only";
    }
    const ShardJournal second = begin();
    EXPECT_EQ(second.attempt(), 2U);
    EXPECT_EQ(line_of(second, "a"), "line a, block a");
    EXPECT_EQ(line_of(second, "b"), "line b, block b");
    EXPECT_EQ(line_of(second, "c"), "none");
}

TEST_F(JournalOfAShard, IsReadUpToWhereAnAttemptWasKilled) {
    {
        ShardJournal first = begin();
        first.add(entry_of("a"));
        first.add(entry_of("b"));
    }
    const auto whole = std::filesystem::file_size(file(1));
    const auto both = read_file(file(1));
    for (std::uintmax_t size = 0; size < whole; ++size) {
        std::ofstream(file(1), std::ios::binary) << both.substr(0, size);
        const ShardJournal second = begin();
        ASSERT_EQ(line_of(second, "a"), size < whole / 2 ? "none" : "line a, block a") << size;
        ASSERT_EQ(line_of(second, "b"), "none") << size;
        std::filesystem::remove(file(2));
    }
}

TEST_F(JournalOfAShard, LosesOnlyWhatIsBehindADamagedByte) {
    {
        ShardJournal first = begin();
        first.add(entry_of("a"));
        first.add(entry_of("b"));
    }
    std::string bytes = read_file(file(1));
    bytes[bytes.size() - 3] ^= 1;
    std::ofstream(file(1), std::ios::binary) << bytes;
    EXPECT_EQ(line_of(begin(), "a"), "line a, block a");
    EXPECT_EQ(line_of(begin(), "b"), "none");
}

TEST_F(JournalOfAShard, OfALaterAttemptCountsMore) {
    begin().add(entry_of("a"));
    begin().add({digest_of("a"), "later", "block"});
    EXPECT_EQ(line_of(begin(), "a"), "later, block");
}

TEST_F(JournalOfAShard, OfTwoAttemptsAtOnceHasTwoFiles) {
    ShardJournal one = begin();
    ShardJournal other = begin();
    EXPECT_NE(one.attempt(), other.attempt());
    one.add(entry_of("a"));
    other.add(entry_of("b"));
    other.remove_ended();
    EXPECT_TRUE(std::filesystem::exists(file(1))) << "the first attempt lives";
    const ShardJournal next = begin();
    EXPECT_EQ(line_of(next, "a"), "line a, block a");
    EXPECT_EQ(line_of(next, "b"), "line b, block b");
}

TEST_F(JournalOfAShard, IsRemovedOnceALaterOneHasItAll) {
    begin().add(entry_of("a"));
    ShardJournal second = begin();
    second.add(entry_of("a"));
    second.remove_ended();
    EXPECT_FALSE(std::filesystem::exists(file(1)));
    EXPECT_EQ(line_of(begin(), "a"), "line a, block a");
}

/// A manifest is written under another name first; nothing removed it after its program was killed.
TEST_F(JournalOfAShard, LeavesNothingHalfWrittenOfKilledAttempts) {
    (void)begin();
    const auto left = file(1).parent_path() / make_temporary_name(".recital-");
    std::ofstream(left) << "half of a manifest";
    ASSERT_TRUE(is_temporary_file_name(left));
    (void)begin();
    EXPECT_FALSE(std::filesystem::exists(left));
}

/// Opening it waited for somebody who writes.
TEST_F(JournalOfAShard, IsNoNamedPipe) {
    (void)begin();
    std::filesystem::remove(file(1));
    ASSERT_EQ(::mkfifo(file(1).c_str(), 0600), 0);
    EXPECT_EQ(begin().attempt(), 2U);
}

} // namespace
} // namespace recital
