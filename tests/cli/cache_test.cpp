// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

/// A cache that a run has filled, and the book that it made.
class DamagedCache : public testing::Test {
protected:
    DamagedCache() {
        workshop_.write("petrenko.txt", petrenko);
        outcome_ = workshop_.render({"petrenko.txt", "--format", "flac"});
        intact_ = book();
    }

    [[nodiscard]] std::string book() const { return content_of(workshop_.books() / "Bekzat Petrenko.flac"); }

    /// Does something to every file in the cache with the extension.
    template <typename Change>
    std::size_t change(const std::string& extension, Change change) const {
        std::size_t count = 0;
        for (const std::string& file : Workshop::files_below(workshop_.cache())) {
            if (file.ends_with(extension)) {
                change(workshop_.cache() / file);
                ++count;
            }
        }
        return count;
    }

    void expect_the_same_book_again() const {
        std::filesystem::remove_all(workshop_.books());
        const Outcome outcome = workshop_.render({"petrenko.txt", "--format", "flac"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_TRUE(book() == intact_);
    }

    Workshop workshop_;
    Outcome outcome_;
    std::string intact_;
};

/// An empty note of levels was read as a gain of 0 dB: the book was 6 LU too quiet, without a word.
TEST_F(DamagedCache, DoesNotChangeTheLoudness) {
    ASSERT_EQ(outcome_.exit_code, 0) << outcome_.err;
    for (const std::string& damage :
         {std::string(), std::string("0"), std::string("1.00 -23.00\n"),
          std::string("1.00 -23.00\n1.00 -23.00\n1.00 -23.00\n"), std::string(4096, '\0')}) {
        const auto overwrite = [&damage](const std::filesystem::path& file) {
            std::ofstream(file, std::ios::binary | std::ios::trunc) << damage;
        };
        ASSERT_GE(change(".note", overwrite), 2U) << "levels and a cover";
        (void)change(".take", [](const auto& file) { std::filesystem::remove(file); });
        SCOPED_TRACE(damage.substr(0, 40));
        expect_the_same_book_again();
    }
}

TEST_F(DamagedCache, IsMadeAgain) {
    for (const char* extension : {".take", ".note"}) {
        const auto halve = [](const auto& file) {
            std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
        };
        ASSERT_GE(change(extension, halve), 2U);
        expect_the_same_book_again();
    }
}

} // namespace
} // namespace recital
