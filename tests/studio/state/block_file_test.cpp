// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_stream.h"
#include "studio/state/block_file.h"
#include "support/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing::ElementsAre;

class BlockFile : public testing::Test {
protected:
    void write(const std::vector<std::string>& blocks) const {
        BlockFileWriter writer(path_, [] {});
        for (const std::string& block : blocks) {
            writer.add(block);
        }
        writer.commit();
    }

    [[nodiscard]] std::vector<std::string> read() const {
        BlockFileReader reader(path_);
        return read(reader);
    }

    [[nodiscard]] static std::vector<std::string> read(BlockFileReader& reader) {
        std::vector<std::string> blocks;
        for (std::string block; reader.next(block);) {
            blocks.push_back(block);
        }
        return blocks;
    }

    [[nodiscard]] std::string bytes() const {
        std::ostringstream content;
        content << std::ifstream(path_, std::ios::binary).rdbuf();
        return content.str();
    }

    testing_support::ScratchFolder folder_;
    std::filesystem::path path_ = folder_.path() / "record";
};

TEST_F(BlockFile, ReturnsWhatWasWritten) {
    write({"one", std::string("\0\n", 2), std::string(3'000'000, 'x')});
    EXPECT_THAT(read(), ElementsAre("one", std::string("\0\n", 2), std::string(3'000'000, 'x')));
}

TEST_F(BlockFile, CanBeReadTwice) {
    write({"one", "two"});
    BlockFileReader reader(path_);
    EXPECT_THAT(read(reader), ElementsAre("one", "two"));
    reader.rewind();
    EXPECT_THAT(read(reader), ElementsAre("one", "two"));
}

TEST_F(BlockFile, CanBeReadAtAPosition) {
    write({"one", "two"});
    BlockFileReader reader(path_);
    std::string block;
    ASSERT_TRUE(reader.next(block));
    const std::uint64_t second = reader.position();
    EXPECT_THAT(read(reader), ElementsAre("two"));
    reader.read_at(second, block);
    EXPECT_EQ(block, "two");
}

TEST_F(BlockFile, AppearsOnlyWhenCommitted) {
    {
        BlockFileWriter writer(path_, [] {});
        writer.add(std::string(3'000'000, 'x'));
        EXPECT_FALSE(std::filesystem::exists(path_));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

/// Every bit of the file counts, and its length.
TEST_F(BlockFile, RefusesDamage) {
    write({"one", "two"});
    const std::string intact = bytes();
    const auto expect_refused = [this](const std::string& damaged) {
        std::ofstream(path_, std::ios::binary) << damaged;
        EXPECT_THROW((void)read(), MalformedBytes);
    };
    for (std::size_t position = 0; position < intact.size(); ++position) {
        std::string damaged = intact;
        damaged[position] = static_cast<char>(damaged[position] ^ 0x10);
        expect_refused(damaged);
        expect_refused(intact.substr(0, position));
    }
    expect_refused(intact + "x");
}

TEST_F(BlockFile, RefusesWhatIsNotAFile) {
    EXPECT_THROW(BlockFileReader{path_}, MalformedBytes);
    EXPECT_THROW(BlockFileReader{folder_.path()}, MalformedBytes);
}

} // namespace
} // namespace recital
