// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/watched_files.h"
#include "support/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace recital {
namespace {

template <typename Watched>
class WatchedTest : public testing::Test {
protected:
    static constexpr std::time_t long_ago = 1'000'000'000;

    void write(const char* name, const std::string& content, std::time_t time = long_ago) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << content;
        const timespec times[] = {{time, 0}, {time, 0}};
        ASSERT_EQ(::utimensat(AT_FDCWD, (folder_.path() / name).c_str(), times, 0), 0);
    }

    [[nodiscard]] std::vector<std::filesystem::path> files() const {
        return {folder_.path() / "a", folder_.path() / "b"};
    }

    [[nodiscard]] static bool is_still(const WatchedFiles& watched,
                                       const std::vector<std::filesystem::path>& now, Comparison comparison) {
        return watched.are_still(now, comparison);
    }
    [[nodiscard]] static bool is_still(const WatchedSet& watched,
                                       const std::vector<std::filesystem::path>& now, Comparison comparison) {
        return watched.is_still(now, comparison);
    }
    [[nodiscard]] static bool is_still(const Watched& watched,
                                       const std::vector<std::filesystem::path>& now) {
        EXPECT_EQ(is_still(watched, now, Comparison::stamps), is_still(watched, now, Comparison::content));
        return is_still(watched, now, Comparison::stamps);
    }

    testing_support::ScratchFolder folder_;
};

using Kinds = testing::Types<WatchedFiles, WatchedSet>;
TYPED_TEST_SUITE(WatchedTest, Kinds);

TYPED_TEST(WatchedTest, IsStillTheSameAfterTouching) {
    this->write("a", "one");
    this->write("b", "two");
    const TypeParam watched(this->files());
    EXPECT_TRUE(this->is_still(watched, this->files()));
    this->write("a", "one", 2'000'000'000);
    EXPECT_TRUE(this->is_still(watched, this->files()));
}

/// The content is written at once after it was read, within one tick of the clock, and the time is put back.
TYPED_TEST(WatchedTest, NoticesAnotherContentOfTheSameSizeAndTime) {
    this->write("a", "one");
    this->write("b", "two");
    const TypeParam watched(this->files());
    this->write("a", "onf");
    EXPECT_FALSE(this->is_still(watched, this->files()));
}

TYPED_TEST(WatchedTest, NoticesAddedAndRemovedFiles) {
    this->write("a", "one");
    const TypeParam watched(this->files());
    EXPECT_TRUE(this->is_still(watched, this->files()));
    this->write("b", "");
    EXPECT_FALSE(this->is_still(watched, this->files()));
    std::filesystem::remove(this->folder_.path() / "b");
    EXPECT_TRUE(this->is_still(watched, this->files()));
    EXPECT_FALSE(this->is_still(watched, {this->folder_.path() / "a"}));
    std::filesystem::remove(this->folder_.path() / "a");
    EXPECT_FALSE(this->is_still(watched, this->files()));
}

TYPED_TEST(WatchedTest, NoticesExchangedFiles) {
    this->write("a", "one");
    this->write("b", "two");
    const TypeParam watched(this->files());
    std::filesystem::rename(this->folder_.path() / "a", this->folder_.path() / "c");
    std::filesystem::rename(this->folder_.path() / "b", this->folder_.path() / "a");
    std::filesystem::rename(this->folder_.path() / "c", this->folder_.path() / "b");
    EXPECT_FALSE(this->is_still(watched, this->files()));
}

TYPED_TEST(WatchedTest, IsReadBackAsItWasWritten) {
    this->write("a", "one");
    ByteWriter out;
    TypeParam(this->files()).put(out);
    const std::string bytes = out.take();
    ByteReader in(bytes);
    const TypeParam watched = TypeParam::take(in);
    in.expect_end();
    EXPECT_TRUE(this->is_still(watched, this->files()));
    this->write("a", "two");
    EXPECT_FALSE(this->is_still(watched, this->files()));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ByteReader cut(std::string_view(bytes).substr(0, size));
        EXPECT_THROW((void)TypeParam::take(cut), MalformedBytes);
    }
}

class ToldContents : public WatchedTest<WatchedFiles> {
protected:
    [[nodiscard]] WatchedFiles not_read() const {
        return {files(), [](const std::filesystem::path&) { return false; }};
    }
    [[nodiscard]] std::filesystem::path path(const char* name) const { return folder_.path() / name; }
};

TEST_F(ToldContents, AreComparedLikeContentsThatWereRead) {
    write("a", "one");
    write("b", "two");
    WatchedFiles watched = not_read();
    watched.set_content(path("b"), digest_of("two"));
    watched.set_content(path("a"), digest_of("one"));
    watched.set_content(path("c"), digest_of("three"));
    EXPECT_TRUE(watched.are_still(files(), Comparison::content));
    write("a", "onf");
    EXPECT_FALSE(watched.are_still(files(), Comparison::stamps));
}

TEST_F(ToldContents, DifferUntilTheyAreTold) {
    write("a", "one");
    write("b", "two");
    WatchedFiles watched = not_read();
    watched.set_content(path("a"), digest_of("one"));
    EXPECT_FALSE(watched.are_still(files(), Comparison::content));
    EXPECT_TRUE(watched.are_still(files(), Comparison::stamps_alone));
    write("b", "two", 2'000'000'000);
    EXPECT_FALSE(watched.are_still(files(), Comparison::stamps_alone));
}

TEST(FileStamp, IsYoungUntilTheCoarsestClockHasTicked) {
    constexpr std::int64_t second = 1'000'000'000;
    EXPECT_TRUE(is_young(100 * second, 100 * second));
    EXPECT_TRUE(is_young(100 * second, 101 * second));
    EXPECT_TRUE(is_young(200 * second, 100 * second)) << "a time in the future";
    EXPECT_FALSE(is_young(100 * second, 103 * second));
}

} // namespace
} // namespace recital
