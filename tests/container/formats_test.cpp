// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/book.h"
#include "container/formats.h"
#include "support/books.h"
#include "support/program.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace recital {
namespace {

using namespace testing_support;

class IsWrittenByRecital : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] std::filesystem::path path() const {
        return folder_.path() / (std::string("book.") + GetParam());
    }

    [[nodiscard]] std::string book() const {
        write_to(make_book(make_format_settings(GetParam(), 0, 0), {"One", "Two"}, 1), path());
        return content_of(path());
    }

    [[nodiscard]] bool of(const std::string& content) const {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << content;
        return is_written_by_recital(path());
    }

private:
    ScratchFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Formats, IsWrittenByRecital, testing::Values("m4b", "mp3", "opus", "flac", "wav"));

TEST_P(IsWrittenByRecital, RecognisesItsOwnFiles) {
    (void)book();
    EXPECT_TRUE(is_written_by_recital(path()));
}

TEST_P(IsWrittenByRecital, RecognisesItsOwnFilesUnderAnyName) {
    (void)book();
    std::filesystem::rename(path(), path().parent_path() / "Été.bin");
    EXPECT_TRUE(is_written_by_recital(path().parent_path() / "Été.bin"));
}

TEST_P(IsWrittenByRecital, IsFalseForFilesOfOtherPrograms) {
    std::string foreign = book();
    const std::string ours = "recital ";
    for (std::size_t at = foreign.find(ours); at != std::string::npos; at = foreign.find(ours)) {
        foreign.replace(at, ours.size(), "Another ");
    }
    EXPECT_FALSE(of(foreign));
    EXPECT_FALSE(of(""));
    EXPECT_FALSE(of("recital 0.1.0"));
    EXPECT_FALSE(of(std::string(100, '\0')));
    EXPECT_FALSE(is_written_by_recital(path().parent_path() / "absent"));
    EXPECT_FALSE(is_written_by_recital(path().parent_path()));
}

TEST_P(IsWrittenByRecital, IsFalseForFilesOfFfmpeg) {
    (void)book();
    const auto foreign = path().parent_path() / (std::string("foreign.") + GetParam());
    const Outcome outcome = run_command({"ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i",
                                         "sine=d=0.2", "-metadata", "title=recital", foreign.string()});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_FALSE(is_written_by_recital(foreign));
}

TEST_P(IsWrittenByRecital, NeverFailsOnTruncatedFiles) {
    const std::string whole = book();
    for (std::size_t length = 0; length < std::min<std::size_t>(whole.size(), 3000); length += 41) {
        const bool ours = of(whole.substr(0, length));
        EXPECT_FALSE(ours && length < 20) << length;
    }
}

TEST_P(IsWrittenByRecital, SurvivesAnyDamage) {
    const std::string whole = book();
    std::mt19937 random(20240);
    for (int round = 0; round < 120; ++round) {
        std::string damaged = whole;
        const std::size_t reach = round % 2 == 0 ? std::min<std::size_t>(whole.size(), 2500) : whole.size();
        for (std::size_t change = random() % 8 + 1; change > 0; --change) {
            damaged[random() % reach] = static_cast<char>(round % 3 == 0 ? 0xFF : random() % 256);
        }
        (void)of(damaged);
    }
    for (int round = 0; round < 60; ++round) {
        std::string garbage(random() % 300, '\0');
        for (char& byte : garbage) {
            byte = static_cast<char>(random() % 256);
        }
        EXPECT_FALSE(of(garbage));
    }
}

} // namespace
} // namespace recital
