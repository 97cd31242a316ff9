// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/verification.h"
#include "support/books.h"
#include "support/program.h"

#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace recital {
namespace {

using namespace testing_support;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class Verify : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] std::filesystem::path path() const {
        return folder_.path() / (std::string("book.") + GetParam());
    }

    /// A book with the tags, chapters and sound that it should have, unless `change` changes it.
    template <typename Change>
    [[nodiscard]] Verification of(const Change& change) const {
        MadeBook made = make_book(make_format_settings(GetParam(), 0, 0), {"One", "Two", "Three"}, 1);
        change(made.book);
        write_to(made, path());
        return verify_file(path());
    }
    [[nodiscard]] std::string whole_book() const {
        EXPECT_THAT(of([](Book&) {}).faults, IsEmpty());
        return content_of(path());
    }
    [[nodiscard]] Verification of_bytes(std::string_view bytes) const {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
        return verify_file(path());
    }
    [[nodiscard]] Verification with_beside(const char* name, const std::string& content) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << content;
        Verification verification = verify_file(path());
        std::filesystem::remove(folder_.path() / name);
        return verification;
    }

private:
    ScratchFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Formats, Verify, testing::Values("m4b", "wav"));

TEST_P(Verify, FindsAWholeBookWhole) {
    const Verification verification = of([](Book&) {});
    EXPECT_THAT(verification.faults, IsEmpty());
    EXPECT_THAT(verification.remarks, IsEmpty());
    ASSERT_TRUE(verification.inspection);
    EXPECT_EQ(verification.inspection->chapters.size(), 3U);
    EXPECT_TRUE(verification.inspection->record);
}

TEST_P(Verify, AlwaysFindsThatABookIsCutOff) {
    const std::string whole = whole_book();
    std::mt19937 random(5);
    std::vector<std::size_t> lengths = {0, 1, 2, 3, 8, 12, 40, whole.size() - 1, whole.size() - 2};
    for (int round = 0; round < 120; ++round) {
        lengths.push_back(random() % (round % 3 == 0 ? 4000 : whole.size() - 1));
    }
    for (const std::size_t length : lengths) {
        EXPECT_FALSE(of_bytes(std::string_view(whole).substr(0, length)).is_whole())
            << length << " of " << whole.size();
    }
}

TEST_P(Verify, FindsEveryChangeOfTheSound) {
    const std::string whole = whole_book();
    std::mt19937 random(6);
    const std::size_t sound_start = whole.size() / 2; // surely behind the head
    for (int round = 0; round < 60; ++round) {
        std::string damaged = whole;
        const std::size_t place = sound_start + random() % (whole.size() - sound_start);
        damaged[place] =
            static_cast<char>(static_cast<unsigned char>(damaged[place]) ^ (1U << (random() % 8)));
        const Verification verification = of_bytes(damaged);
        // A chapter's title may stand there, too: that is found by its other list.
        EXPECT_FALSE(verification.is_whole()) << place;
    }
}

TEST_P(Verify, SurvivesAnyDamage) {
    const std::string whole = whole_book();
    std::mt19937 random(8);
    for (int round = 0; round < 150; ++round) {
        std::string damaged = whole;
        const std::size_t reach = round % 2 == 0 ? std::min<std::size_t>(whole.size(), 3500) : whole.size();
        for (std::size_t change = random() % 6 + 1; change > 0; --change) {
            damaged[random() % reach] = static_cast<char>(round % 3 == 0 ? 0xFF : random() % 256);
        }
        const Verification verification = of_bytes(damaged);
        for (const std::string& fault : verification.faults) {
            EXPECT_FALSE(fault.empty());
        }
    }
}

TEST_P(Verify, TellsWhatIsWrongWithTheSound) {
    EXPECT_THAT(of([](Book& book) { book.loudness.true_peak = -40; }).faults,
                Contains(HasSubstr("dBTP instead of -40.0")));
    EXPECT_THAT(of([](Book& book) { book.chapters[0].takes[0].kept.add("x"); }).faults,
                Contains(HasSubstr("checksum differs")));
}

TEST_P(Verify, HoldsLoudnessAgainstTheTargetOfLongBooksOnly) {
    EXPECT_THAT(of([](Book& book) { book.loudness.integrated = -33; }).faults, IsEmpty());
    MadeBook made = make_book(make_format_settings(GetParam(), 0, 0), {"One"}, 120);
    made.book.loudness.integrated = -33;
    write_to(made, path());
    EXPECT_THAT(verify_file(path()).faults, Contains(HasSubstr("LUFS instead of -33.0")));
}

TEST_P(Verify, TellsWhatIsWrongWithChaptersAndTags) {
    EXPECT_THAT(of([](Book& book) { book.chapters[1].title = ""; }).faults,
                Contains(HasSubstr("chapter 2 has no title")));
    EXPECT_THAT(of([](Book& book) { book.tags.title = ""; }).faults,
                Contains(HasSubstr("no tag for the title")));
    EXPECT_THAT(of([](Book& book) { book.tags.genre = ""; }).faults,
                Contains(HasSubstr("no tag for the genre")));
    if (GetParam() == std::string("m4b")) {
        EXPECT_THAT(of([](Book& book) { book.tags.composer = ""; }).faults,
                    Contains(HasSubstr("no tag for the narrator")));
    }
}

TEST_P(Verify, ChecksTheSubtitlesBesideTheBook) {
    (void)whole_book();
    const std::string head = "WEBVTT\n\n";
    const auto cue = [](const char* times) { return std::string(times) + "\nText.\n\n"; };
    const std::string first = cue("00:00.100 --> 00:00.500");
    const std::string second = cue("00:00.500 --> 00:00.900");
    EXPECT_THAT(with_beside("book.vtt", head + first + second).faults, IsEmpty());
    EXPECT_THAT(with_beside("book.vtt", head + first).subtitles, testing::ElementsAre("book.vtt"));
    const std::string named = std::string("book.") + GetParam() + ".srt";
    EXPECT_THAT(with_beside(named.c_str(), first + second).subtitles, testing::ElementsAre(named));
    EXPECT_THAT(with_beside("book.vtt", head + second + first).faults,
                Contains(HasSubstr("cue 2 begins before")));
    EXPECT_THAT(with_beside("book.vtt", head + cue("00:00.100 --> 00:00.600") + second).faults,
                Contains(HasSubstr("cue 2 begins before")));
    EXPECT_THAT(with_beside("book.srt", cue("00:00:00,100 --> 01:00:00,000")).faults,
                Contains(HasSubstr("ends behind the end")));
    EXPECT_THAT(with_beside("book.lrc", "[00:00.10]One.\n[99:00.00]Two.\n").faults,
                Contains(HasSubstr("ends behind the end")));
    EXPECT_THAT(with_beside("book.json", R"([{"start":0.5,"end":0.1,"text":"One."}])").faults,
                Contains(HasSubstr("ends before it begins")));
    EXPECT_THAT(with_beside("book.vtt", "nothing").faults, Contains(HasSubstr("WEBVTT")));
    EXPECT_THAT(with_beside("book.srt", "").faults, Contains(HasSubstr("has no cues")));
    EXPECT_THAT(with_beside("book.json", R"({"shelf":3})").faults, IsEmpty());
}

TEST(VerifyM4b, FindsChapterListsThatDiffer) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.m4b";
    write_to(make_book(FormatSettings{}, {"Childhood", "Old age"}, 1), path);
    std::string file = content_of(path);
    const std::size_t title = file.find("Childhood"); // Nero's list stands before the sound
    file[title] = 'X';
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(verify_file(path).faults,
                Contains(HasSubstr("chapter 1 is called \"Childhood\" and \"Xhildhood\"")));
    file[title] = 'C';
    file[title - 3] = 'X'; // its time
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(verify_file(path).faults, Contains(HasSubstr("differ: chapter 1 begins at")));
}

TEST(VerifyForeign, IsNotBlamedForWhatItDoesNotSay) {
    const ScratchFolder folder;
    const auto path = folder.path() / "foreign.flac";
    const Outcome outcome =
        run_command({"ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i", "sine=d=2", path.string()});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Verification verification = verify_file(path);
    EXPECT_THAT(verification.faults, IsEmpty());
    EXPECT_THAT(verification.remarks, testing::ElementsAre("not made by recital"));
    const std::string whole = content_of(path);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() / 2);
    EXPECT_THAT(verify_file(path).faults, Contains(HasSubstr("cut off or damaged")));
}

} // namespace
} // namespace recital
