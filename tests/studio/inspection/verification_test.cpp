// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/inspection.h"
#include "studio/inspection/verification.h"
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
using testing::Not;
using testing::StartsWith;

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
    ASSERT_TRUE(verification.summary);
    EXPECT_EQ(verification.summary->chapters, 3U);
    EXPECT_TRUE(inspect_file(path(), [] {}).record);
}

TEST_P(Verify, AlwaysFindsThatABookIsCutOff) {
    const std::string whole = whole_book();
    std::mt19937 random(5);
    std::vector<std::size_t> lengths = {0, 1, 2, 3, 8, 12, 40, whole.size() - 1, whole.size() - 2};
    for (int round = 0; round < 120; ++round) {
        lengths.push_back(random() % (round % 3 == 0 ? 4000 : whole.size() - 1));
    }
    for (const std::size_t length : lengths) {
        EXPECT_FALSE(of_bytes(std::string_view(whole).substr(0, length)).is_intact())
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
        EXPECT_FALSE(verification.is_intact()) << place;
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

// A book of less than 30 s could be any number of LU too quiet.
TEST_P(Verify, HoldsLoudnessAgainstTheTargetOfShortBooksToo) {
    for (const std::size_t takes : {2U, 10U, 40U, 120U}) {
        MadeBook made = make_book(make_format_settings(GetParam(), 0, 0), {"One"}, takes);
        write_to(made, path());
        const SoundMeasures sound = inspect_file(path(), [] {}).whole.sound;
        const auto faults_at = [&](double integrated) {
            made.book.loudness.integrated = integrated;
            write_to(made, path());
            return verify_file(path()).faults;
        };
        EXPECT_THAT(faults_at(sound.loudness), IsEmpty()) << takes;
        EXPECT_THAT(faults_at(sound.loudness + 0.6), IsEmpty()) << takes;
        EXPECT_THAT(faults_at(sound.loudness + 4.5), Contains(HasSubstr("LUFS instead of"))) << takes;
        EXPECT_THAT(faults_at(sound.loudness - 4.5), Contains(HasSubstr("LUFS instead of"))) << takes;
        made.book.loudness.measure = "rms";
        made.book.loudness.rms = sound.rms;
        EXPECT_THAT(faults_at(-19), IsEmpty()) << takes;
        made.book.loudness.rms = std::max(sound.rms, sound.loudness) + 6;
        EXPECT_THAT(faults_at(-19), Contains(HasSubstr("dB RMS instead of"))) << takes;
    }
}

TEST(LoudnessTolerance, LiesBetweenWhatIsMeasuredAndWhatIsMissing) {
    EXPECT_GT(loudness_tolerance(4), 1.94 + 0.5); // the most that a good book was off
    EXPECT_LT(loudness_tolerance(4), 6 - 1.53 - 0.5);
    EXPECT_GT(loudness_tolerance(12), 0.8 + 0.5);
    EXPECT_DOUBLE_EQ(loudness_tolerance(30), loudness_tolerance(3600));
    EXPECT_LT(loudness_tolerance(3600), 1);
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
                Contains(HasSubstr("ends after the end")));
    EXPECT_THAT(with_beside("book.lrc", "[00:00.10]One.\n[99:00.00]Two.\n").faults,
                Contains(HasSubstr("ends after the end")));
    const std::string ours = R"({"schema":1,"tool":"recital 0.1.0","sentences":)";
    EXPECT_THAT(with_beside("book.json", ours + R"([{"start":0.5,"end":0.1,"text":"One."}]})").faults,
                Contains(HasSubstr("ends before it begins")));
    EXPECT_THAT(with_beside("book.json", ours + "[]}").faults, Contains(HasSubstr("has no cues")));
    EXPECT_THAT(with_beside("book.json", ours + "[{").faults, Contains(HasSubstr("line 1: is cut off")));
    EXPECT_THAT(with_beside("book.vtt", "nothing").faults, Contains(HasSubstr("WEBVTT")));
    EXPECT_THAT(with_beside("book.srt", "").faults, Contains(HasSubstr("has no cues")));
    for (const char* foreign : {R"({"shelf":3})", R"({"sentences":1})", "hello", ""}) {
        const Verification verification = with_beside("book.json", foreign);
        EXPECT_THAT(verification.faults, IsEmpty()) << foreign;
        EXPECT_THAT(verification.subtitles, IsEmpty()) << foreign;
    }
}

TEST(VerifyM4b, FindsChapterListsThatDiffer) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.m4b";
    write_to(make_book(FormatSettings{}, {"Childhood", "Old age"}, 1), path);
    std::string file = content_of(path);
    const std::size_t title = file.find("Childhood", file.find("chpl")); // in Nero's list
    file[title] = 'X';
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(verify_file(path).faults,
                Contains(HasSubstr("chapter 1 is called \"Childhood\" and \"Xhildhood\"")));
    file[title] = 'C';
    file[title - 3] = 'X'; // its time
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(verify_file(path).faults, Contains(HasSubstr("differ: chapter 1 begins at")));
}

/// A book in each of the formats, which is changed behind its back.
class VerifyAnyFormat : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] std::filesystem::path path(const std::string& extension = GetParam()) const {
        return folder_.path() / ("book." + extension);
    }
    [[nodiscard]] static MadeBook made(const std::vector<std::string>& titles = {"One", "Two", "Ten"}) {
        return make_book(make_format_settings(GetParam(), 0, 0), titles, 1);
    }
    [[nodiscard]] Verification verified(const std::string& bytes) const {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
        return verify_file(path());
    }
    [[nodiscard]] std::string written() const {
        write_to(made(), path());
        return content_of(path());
    }

private:
    ScratchFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Formats, VerifyAnyFormat, testing::Values("m4b", "mp3", "opus", "flac", "wav"));

TEST_P(VerifyAnyFormat, FindsBooksAndTheirChaptersFilesWhole) {
    MadeBook book = made();
    write_to(book, path());
    EXPECT_THAT(verify_file(path()).faults, IsEmpty());
    book.book = chapter_alone(book.book, 1);
    write_to(book, path());
    EXPECT_THAT(verify_file(path()).faults, IsEmpty());
}

/// The record said nothing of the times, and they were not checked.
TEST_P(VerifyAnyFormat, FindsChaptersThatWereMoved) {
    if (GetParam() == std::string("opus")) {
        return; // its pages have checksums: what is changed in them is not read
    }
    std::string file = written();
    const std::size_t lengths = file.find("\"lengths\":[");
    ASSERT_NE(lengths, std::string::npos);
    const std::string older = std::string(file).replace(lengths + 1, 1, "L"); // as if it had none
    EXPECT_THAT(verified(older).faults, IsEmpty());
    const std::size_t first = file.find('[', lengths) + 1;
    const std::size_t comma = file.find(',', first);
    const std::size_t digits = comma - first; // the first three lengths have as many
    for (std::size_t n = 0; n < digits; ++n) {
        std::swap(file[first + n], file[comma + 1 + n]);
    }
    EXPECT_THAT(verified(file).faults, Contains(HasSubstr("chapter 2 begins at")));
    file[comma + 1] = '9'; // of a sum
    file[first] = '9';
    EXPECT_THAT(verified(file).faults, Contains(HasSubstr("do not add up")));
}

/// Its checksum was held against the sound that another program had made of it.
TEST_P(VerifyAnyFormat, DoesNotHoldTheRecordAgainstOtherProgramsWork) {
    write_to(made({"One", "Two"}), path()); // ffmpeg 5.1 adds a second to times like 0.7 s in Opus
    for (const char* other : {"mp3", "opus", "flac", "m4a", "wav"}) {
        const auto target = path(std::string("new.") + other);
        const Outcome outcome = run_command(
            {"ffmpeg", "-v", "error", "-nostdin", "-y", "-i", path().string(), "-vn", target.string()});
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        const Verification verification = verify_file(target);
        EXPECT_THAT(verification.faults, IsEmpty()) << other;
        EXPECT_THAT(verification.remarks,
                    testing::ElementsAre(testing::AnyOf(
                        "not made by recital", StartsWith("converted from a book of recital by Lav"))))
            << other;
    }
}

/// What is lost in the middle moves all that stands behind it: among the packets that were then read, some
/// seemed to have many channels, and nothing was said but that these cannot be converted.
TEST(VerifyM4b, TellsWhereAPieceIsMissing) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.m4b";
    write_to(make_book(FormatSettings{}, {"One"}, 100), path);
    const std::string whole = content_of(path);
    for (std::size_t lost = 1000; lost < 1020; ++lost) {
        std::ofstream(path, std::ios::binary | std::ios::trunc)
            << std::string(whole).erase(whole.size() / 4, lost);
        const Verification verification = verify_file(path);
        EXPECT_THAT(verification.faults,
                    Contains(HasSubstr("packets of its audio are damaged, the first at")))
            << lost;
        EXPECT_THAT(verification.faults, Not(Contains(HasSubstr("converted")))) << lost;
    }
}

/// Opus and FLAC books were called broken because they number 999 chapters.
TEST(VerifyOpusAndFlac, AskForTheChaptersThatTheFormatCanMark) {
    const ScratchFolder folder;
    for (const std::string format : {"opus", "flac"}) {
        MadeBook made = make_book(make_format_settings(format, 0, 0), {"One"}, 1);
        made.book.chapters.resize(1001, made.book.chapters.front());
        const auto path = folder.path() / ("book." + format);
        write_to(made, path);
        const Verification verification = verify_file(path);
        EXPECT_THAT(verification.faults, Not(Contains(HasSubstr("chapter")))) << format;
        EXPECT_EQ(verification.summary->chapters, 999U) << format;
    }
}

/// Taggers write the frames in another order; the second was said to begin before the first.
TEST(VerifyMp3, TakesChaptersInTheOrderOfTheirTimes) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.mp3";
    write_to(make_book(make_format_settings("mp3", 0, 0), {"One", "Two", "Ten"}, 1), path);
    std::string file = content_of(path);
    const std::size_t first = file.find("CHAP");
    const std::size_t second = file.find("CHAP", first + 4);
    const std::size_t third = file.find("CHAP", second + 4);
    ASSERT_NE(third, std::string::npos);
    file = file.substr(0, first) + file.substr(second, third - second) + file.substr(first, second - first) +
           file.substr(third);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    const Verification verification = verify_file(path);
    EXPECT_THAT(verification.faults, IsEmpty());
    EXPECT_EQ(inspect_file(path, [] {}).info.chapters().front().title, "One");
}

TEST(VerifyFlac, FindsAChapterWhoseTimeWasChanged) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.flac";
    write_to(make_book(make_format_settings("flac", 0, 0), {"One", "Two", "Ten"}, 1), path);
    std::string file = content_of(path);
    const std::size_t time = file.find("CHAPTER003=00:00:00.708");
    ASSERT_NE(time, std::string::npos);
    file[time + std::string("CHAPTER003=00:00:00.7").size()] = '1';
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(
        verify_file(path).faults,
        testing::ElementsAre("chapters: chapter 3 begins at 0.718 s and was written to begin at 0.708 s"));
}

TEST(VerifyFlac, CountsOneDamagedPacketAsOne) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.flac";
    write_to(make_book(make_format_settings("flac", 0, 0), {"One"}, 1), path);
    std::string file = content_of(path);
    file[file.size() - 100] = static_cast<char>(file[file.size() - 100] ^ 1);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(verify_file(path).faults, Contains(HasSubstr("a packet of its audio is damaged, at 0:00")));
}

TEST(VerifyWav, FindsAChapterWhoseCuePointWasMoved) {
    const ScratchFolder folder;
    const auto path = folder.path() / "book.wav";
    write_to(make_book(make_format_settings("wav", 0, 0), {"One", "Two", "Ten"}, 1), path);
    std::string file = content_of(path);
    constexpr std::size_t head = 12; // name, size and count
    constexpr std::size_t point = 24;
    const std::size_t second = file.find("cue ") + head + point;
    file[second + point - 3] = static_cast<char>(file[second + point - 3] ^ 1); // 256 samples of its time
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    EXPECT_THAT(verify_file(path).faults, testing::ElementsAre(HasSubstr("cue points: chapter 2 begins at")));
}

/// Who writes into a pipe cannot go back and state the length: such files were said to be damaged at the end.
TEST(VerifyWav, ExpectsNoLengthOfAFileWhoseWriterCouldNotKnowIt) {
    const ScratchFolder folder;
    const auto path = folder.path() / "pipe.wav";
    const auto verified = [&path](const std::string& bytes) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        return verify_file(path);
    };
    const std::string piped =
        run_command({"ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i", "sine=d=2", "-f", "wav", "-"})
            .out;
    EXPECT_THAT(verified(piped).faults, IsEmpty());
    const auto of_length = [](std::string file, const std::string& length) {
        return file.replace(file.find("data") + 4, length.size(), length);
    };
    EXPECT_THAT(verified(of_length(piped, {'\0', '\xF0', '\xFF', '\x7F'})).faults, IsEmpty());
    EXPECT_FALSE(verified(of_length(piped, {'\0', '\xF0', '\x0F', '\0'})).is_intact()); // just a wrong one
    write_to(make_book(make_format_settings("wav", 0, 0), {"One"}, 1), path);
    const std::string ours = of_length(content_of(path), "\xFF\xFF\xFF\xFF");
    EXPECT_FALSE(verified(ours.substr(0, ours.size() - 1000)).is_intact());
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
