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
        const auto notes = stored_entries(workshop_.cache(), EntryKind::note);
        ASSERT_GE(notes.size(), 2U) << "levels and a cover";
        for (const StoredEntry& note : notes) {
            note.overwrite(std::string(note.entry.place.bytes, '\0'));
            note.overwrite(damage);
        }
        for (const StoredEntry& take : stored_entries(workshop_.cache(), EntryKind::take)) {
            take.damage();
        }
        SCOPED_TRACE(damage.substr(0, 40));
        expect_the_same_book_again();
    }
}

TEST_F(DamagedCache, IsMadeAgain) {
    for (const EntryKind kind : {EntryKind::take, EntryKind::note}) {
        const auto entries = stored_entries(workshop_.cache(), kind);
        ASSERT_GE(entries.size(), 2U);
        for (const StoredEntry& entry : entries) {
            entry.overwrite(std::string(entry.entry.place.bytes / 2, '\0'), entry.entry.place.bytes / 2);
        }
        expect_the_same_book_again();
    }
}

TEST_F(DamagedCache, IsMadeAgainIfItsFilesAreCutShort) {
    for (const std::string& file : Workshop::files_below(workshop_.cache())) {
        std::filesystem::resize_file(workshop_.cache() / file,
                                     std::filesystem::file_size(workshop_.cache() / file) / 2);
    }
    expect_the_same_book_again();
}

/// A person who wants room, and one who wants to know where it went.
TEST_F(DamagedCache, IsShownAndCleared) {
    const auto info = [this] {
        return json_lines(
                   workshop_.recital({"cache", "info", "--cache", workshop_.cache().string(), "--json"}).out)
            .at(0)["cache"];
    };
    EXPECT_EQ(info()["takes"], workshop_.stored_takes());
    EXPECT_GT(info()["bytes"], 10000);
    EXPECT_EQ(workshop_.recital({"cache", "clear", "--cache", workshop_.cache().string()}).exit_code, 0);
    EXPECT_FALSE(std::filesystem::exists(workshop_.cache()));
    EXPECT_EQ(info()["takes"], 0);
    expect_the_same_book_again();
}

TEST_F(DamagedCache, IsKeptWithinItsSize) {
    const Outcome outcome = workshop_.render({"petrenko.txt", "--format", "opus", "--cache-size", "1K"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(workshop_.stored_takes(), 0U);
    expect_the_same_book_again();
}

} // namespace
} // namespace recital
