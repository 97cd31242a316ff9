// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/external_sorter.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace recital {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

Entries random_entries(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto bytes = [&random](std::size_t max) {
        std::string text(random() % (max + 1), '\0');
        for (char& byte : text) {
            byte = static_cast<char>(random() % 256);
        }
        return text;
    };
    Entries entries;
    for (std::size_t n = 0; n < count; ++n) {
        entries.emplace_back(bytes(3), bytes(random() % 50 == 0 ? 200000 : 20));
    }
    return entries;
}

Entries sorted_by(ExternalSorter& sorter) {
    Entries entries;
    for (ExternalSorter::Entry entry; sorter.next(entry);) {
        entries.emplace_back(entry.key, entry.value);
    }
    return entries;
}

class Memory : public testing::TestWithParam<std::size_t> {};

/// What is in memory alone, in a few parts, and in more parts than are merged at once.
TEST_P(Memory, DoesNotDecideTheOrder) {
    const testing_support::ScratchFolder folder;
    Entries entries = random_entries(5000, 1);
    ExternalSorter sorter(folder.path(), GetParam());
    for (const auto& [key, value] : entries) {
        sorter.add(key, value);
    }
    EXPECT_EQ(sorter.size(), entries.size());
    std::sort(entries.begin(), entries.end());
    EXPECT_EQ(sorted_by(sorter), entries);
    sorter.rewind();
    EXPECT_EQ(sorted_by(sorter), entries) << "again";
}

INSTANTIATE_TEST_SUITE_P(Bytes, Memory,
                         testing::Values(std::size_t{100}, std::size_t{1} << 16U, std::size_t{1} << 20U,
                                         std::size_t{1} << 30U));

TEST(ExternalSorter, LeavesNoFile) {
    const testing_support::ScratchFolder folder;
    {
        ExternalSorter sorter(folder.path(), 10);
        for (const auto& [key, value] : random_entries(100, 2)) {
            sorter.add(key, value);
        }
        ExternalSorter::Entry entry;
        EXPECT_TRUE(sorter.next(entry));
        EXPECT_FALSE(std::filesystem::is_empty(folder.path()));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(ExternalSorter, OfNothingIsAtItsEnd) {
    const testing_support::ScratchFolder folder;
    ExternalSorter sorter(folder.path());
    ExternalSorter::Entry entry;
    EXPECT_FALSE(sorter.next(entry));
}

} // namespace
} // namespace recital
