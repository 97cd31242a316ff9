// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_stream.h"
#include "base/error.h"
#include "studio/sharding/make_plan.h"
#include "studio/sharding/part_file.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing::HasSubstr;

class Silent : public RunListener {
public:
    void on_warning(const Diagnostic& /*unused*/) override {}
    void on_progress(const RunProgress& /*unused*/) override {}
    void on_book(const BookReport& /*unused*/) override {}
    void on_failure(const FailureReport& /*unused*/) override {}
};

class PartOfAPlan : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path write(const Shard& shard) const {
        std::filesystem::path path = folder_.path() / shard.file_name();
        PartFileWriter writer(path, {shard, {}, {"/in"}, {}});
        writer.finish(0);
        return path;
    }

    [[nodiscard]] std::string refusal_of(const std::vector<std::filesystem::path>& parts) const {
        Silent listener;
        try {
            (void)merge_parts(Job(), parts, folder_.path() / "plan", listener);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            return error.what();
        }
        return "accepted";
    }

private:
    testing_support::ScratchFolder folder_;
};

TEST_F(PartOfAPlan, IsOneOfThoseThatThereAre) {
    EXPECT_EQ(PartFile(write({2, 2})).header().shard, (Shard{2, 2}));
    for (const Shard& shard : {Shard{0, 2}, Shard{3, 2}, Shard{1, 0}, Shard{0, 0}}) {
        EXPECT_THROW(PartFile{write(shard)}, Error) << shard.to_string();
    }
}

/// A list of so many parts did not fit into memory.
TEST_F(PartOfAPlan, MayBeOneOfAnyNumber) {
    constexpr std::uint64_t many = std::numeric_limits<std::uint64_t>::max() / 2;
    EXPECT_THAT(refusal_of({write({1, many})}), HasSubstr("part 2/"));
    EXPECT_THAT(refusal_of({write({3, 3}), write({1, 3})}), HasSubstr("part 2/3 of the plan is missing"));
    EXPECT_THAT(refusal_of({write({2, 2})}), HasSubstr("part 1/2 of the plan is missing"));
    EXPECT_THAT(refusal_of({write({1, 2}), write({1, 2})}), HasSubstr("is part 1/2"));
    EXPECT_THAT(refusal_of({write({1, 2}), write({2, 3})}), HasSubstr("is part 2/3, but"));
}

/// The plan would have said "null" for the length of the speech.
TEST(TextEntryTest, HasALengthThatCanBe) {
    TextEntry entry;
    entry.facts.seconds = 12.5;
    EXPECT_EQ(read_text_entry(to_bytes(entry)).facts.seconds, 12.5);
    for (const double seconds :
         {-1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        entry.facts.seconds = seconds;
        EXPECT_THROW((void)read_text_entry(to_bytes(entry)), MalformedBytes) << seconds;
    }
}

} // namespace
} // namespace recital
