// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "studio/job/shard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The variables of array jobs, and none else, while a test runs.
class Environment : public testing::Test {
protected:
    void SetUp() override { set({}); }
    void TearDown() override { set({}); }

    static void set(const std::map<std::string, std::string>& values) {
        for (const char* const name :
             {"SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"}) {
            ::unsetenv(name);
        }
        for (const auto& [name, value] : values) {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
    }

    static std::string refusal_of(const std::string& text) {
        try {
            (void)parse_shards(text);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
            return error.what();
        }
        return "accepted";
    }
};

TEST_F(Environment, NumberAndCountAreAShard) {
    EXPECT_THAT(parse_shards("3/32"), ElementsAre(Shard{3, 32}));
    EXPECT_THAT(parse_shards("1/1"), ElementsAre(Shard{1, 1}));
    EXPECT_THAT(parse_shards("2-4/9"), ElementsAre(Shard{2, 9}, Shard{3, 9}, Shard{4, 9}));
}

TEST_F(Environment, WhatIsNoShardIsRefused) {
    for (const char* const text : {"", "3", "/3", "3/", "a/3", "3/a", "-1/3", "1-/", "3/4/5", "1,2/3",
                                   "0x1/3", "99999999999999999999/3", "1/99999999999", "auto"}) {
        EXPECT_THAT(refusal_of(text), HasSubstr("give K/N")) << text;
    }
    EXPECT_THAT(refusal_of("1/0"), HasSubstr("give K/N"));
    for (const char* const text : {"0/3", "4/3", "3-2/4", "1-5/4"}) {
        EXPECT_THAT(refusal_of(text), HasSubstr("numbered from 1 to")) << text;
    }
}

TEST_F(Environment, NumbersTheJobsOfAnArray) {
    set({{"SLURM_ARRAY_TASK_ID", "7"}});
    EXPECT_THAT(parse_shards("auto/7"), ElementsAre(Shard{7, 7}));
    set({{"JOB_COMPLETION_INDEX", "0"}});
    EXPECT_THAT(parse_shards("auto/7"), ElementsAre(Shard{1, 7}));
    set({{"AWS_BATCH_JOB_ARRAY_INDEX", "6"}});
    EXPECT_THAT(parse_shards("auto/7"), ElementsAre(Shard{7, 7}));
}

TEST_F(Environment, HasToNameOneArrayAndANumberOfIt) {
    EXPECT_THAT(refusal_of("auto/7"), HasSubstr("this is no array job"));
    set({{"SLURM_ARRAY_TASK_ID", "1"}, {"JOB_COMPLETION_INDEX", "1"}});
    EXPECT_THAT(refusal_of("auto/7"), HasSubstr("both SLURM_ARRAY_TASK_ID and JOB_COMPLETION_INDEX are set"));
    set({{"SLURM_ARRAY_TASK_ID", "0"}});
    EXPECT_THAT(refusal_of("auto/7"), HasSubstr("submit the array as --array=1-N"));
    set({{"SLURM_ARRAY_TASK_ID", "8"}});
    EXPECT_THAT(refusal_of("auto/7"), HasSubstr("has to be 1 to 7"));
    set({{"JOB_COMPLETION_INDEX", "7"}});
    EXPECT_THAT(refusal_of("auto/7"), HasSubstr("has to be 0 to 6"));
    set({{"JOB_COMPLETION_INDEX", "x"}});
    EXPECT_THAT(refusal_of("auto/7"), HasSubstr("is 'x'"));
}

TEST(ShardTest, EveryBookIsInOneShard) {
    for (std::uint64_t books = 0; books < 40; ++books) {
        for (std::uint64_t count = 1; count < 12; ++count) {
            std::vector<std::uint64_t> all;
            for (std::uint64_t number = 1; number <= count; ++number) {
                const Shard shard{number, count};
                for (std::uint64_t n = 0; n < shard.size_of(books); ++n) {
                    all.push_back(shard.index_of(n));
                }
            }
            std::sort(all.begin(), all.end());
            ASSERT_EQ(all.size(), books) << count;
            for (std::uint64_t book = 0; book < books; ++book) {
                ASSERT_EQ(all[book], book) << count;
            }
        }
    }
}

/// Books of 1 to 1000 s, the longest first: the shards differ by less than one book.
TEST(ShardTest, ShardsAreEquallyLong) {
    constexpr std::uint64_t books = 1000;
    for (const std::uint64_t count : {2U, 7U, 32U}) {
        std::uint64_t shortest = books * books;
        std::uint64_t longest = 0;
        for (std::uint64_t number = 1; number <= count; ++number) {
            const Shard shard{number, count};
            std::uint64_t seconds = 0;
            for (std::uint64_t n = 0; n < shard.size_of(books); ++n) {
                seconds += books - shard.index_of(n);
            }
            shortest = std::min(shortest, seconds);
            longest = std::max(longest, seconds);
        }
        EXPECT_LT(longest - shortest, books) << count;
    }
}

TEST(ShardTest, NamesOfFilesSortLikeNumbers) {
    EXPECT_EQ((Shard{3, 32}).file_name(), "shard-03-of-32");
    EXPECT_EQ((Shard{32, 32}).file_name(), "shard-32-of-32");
    EXPECT_EQ((Shard{3, 32}).to_string(), "3/32");
}

TEST(ShardTest, OfABookIsTheOneThatHasIt) {
    for (const std::uint64_t count : {1U, 2U, 3U, 7U}) {
        for (std::uint64_t number = 1; number <= count; ++number) {
            const Shard shard{number, count};
            for (std::uint64_t n = 0; n < 5; ++n) {
                EXPECT_EQ(Shard::of_book(shard.index_of(n), count), shard) << number << ' ' << n;
            }
        }
    }
}

} // namespace
} // namespace recital
