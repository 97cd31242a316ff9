// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sndfile.h>

#include <cstdlib>

namespace recital {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

double seconds_of(const std::filesystem::path& audio) {
    SF_INFO info{};
    SNDFILE* const file = ::sf_open(audio.c_str(), SFM_READ, &info);
    EXPECT_NE(file, nullptr) << audio;
    ::sf_close(file);
    return static_cast<double>(info.frames) / info.samplerate;
}

/// A folder with players of its own, which keep what they are given in "heard.wav".
class ListeningRoom {
public:
    explicit ListeningRoom(const std::map<std::string, int>& players) {
        for (const auto& [player, exit_code] : players) {
            const auto path =
                workshop.write("bin/" + player, "#!/bin/sh\nfor last; do :; done\n/bin/cp "
                                                "\"$last\" \"" +
                                                    heard().string() + "\"\necho " + player + " >> \"" +
                                                    workshop.path("players").string() + "\"\nexit " +
                                                    std::to_string(exit_code) + "\n");
            std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        }
        std::filesystem::create_directories(workshop.path("tmp"));
    }

    [[nodiscard]] std::filesystem::path heard() const { return workshop.path("heard.wav"); }
    [[nodiscard]] std::string players() const { return content_of(workshop.path("players")); }

    [[nodiscard]] Outcome recital(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.begin(), RECITAL_PROGRAM);
        Program running(std::move(arguments));
        workshop.prepare(running);
        return running.with_environment("PATH", workshop.path("bin").string())
            .with_environment("TMPDIR", workshop.path("tmp").string())
            .with_input(input)
            .run();
    }

    Workshop workshop;
};

const std::map<std::string, int> one_player = {{"paplay", 0}};

TEST(Say, PlaysTheTextAndLeavesNothingBehind) {
    const ListeningRoom room(one_player);
    const Outcome outcome = room.recital({"say", "She", "taught the piano in Almaty."});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out + outcome.err, IsEmpty());
    EXPECT_NEAR(seconds_of(room.heard()), 2.5, 1.0);
    EXPECT_THAT(Workshop::files_below(room.workshop.path("tmp")), IsEmpty());
}

TEST(Say, ReadsStandardInput) {
    const ListeningRoom room(one_player);
    EXPECT_EQ(room.recital({"say"}, "She taught the piano in Almaty.\n").exit_code, 0);
    EXPECT_GT(seconds_of(room.heard()), 1.5);
}

TEST(Say, TriesTheNextPlayerIfOneCannotPlay) {
    const ListeningRoom room({{"pw-play", 1}, {"aplay", 0}});
    EXPECT_EQ(room.recital({"say", "Hello there."}).exit_code, 0);
    EXPECT_EQ(room.players(), "pw-play\naplay\n");
}

TEST(Say, NamesThePlayersThatCannotPlay) {
    const ListeningRoom room({{"pw-play", 1}, {"aplay", 2}});
    const Outcome outcome = room.recital({"say", "Hello there."});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("with pw-play, aplay"), HasSubstr("-o speech.wav")));
}

TEST(Say, SaysWhatToInstallIfThereIsNoPlayer) {
    const ListeningRoom room({});
    const Outcome outcome = room.recital({"say", "Hello there."});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("no player is installed"), HasSubstr("apt install")));
}

TEST(Say, WritesTheFileThatItIsGivenAndPlaysNothing) {
    const ListeningRoom room(one_player);
    for (const char* const name : {"a.wav", "a.flac", "a.mp3", "a.opus"}) {
        EXPECT_EQ(room.recital({"say", "Hello there.", "-o", name}).exit_code, 0) << name;
        EXPECT_GT(seconds_of(room.workshop.path(name)), 0.5) << name;
    }
    EXPECT_THAT(room.players(), IsEmpty());
}

TEST(Say, WritesWavToStandardOutput) {
    const ListeningRoom room({});
    const Outcome outcome = room.recital({"say", "Hello there.", "-o", "-"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out.substr(0, 4), "RIFF");
}

TEST(Say, UsesTheLexiconOfTheFolderItIsCalledIn) {
    const ListeningRoom room({});
    const auto say = [&room] { return room.recital({"say", "He came to Moscow.", "-o", "-"}).out; };
    const std::string before = say();
    room.workshop.write("lexicon.tsv", "Moscow\tmos-KOW\n");
    EXPECT_NE(say(), before);
}

TEST(Say, RefusesNothing) {
    const ListeningRoom room(one_player);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"say", ""}, {"say", "  "}, {"say"}}) {
        const Outcome outcome = room.recital(arguments);
        EXPECT_EQ(outcome.exit_code, 2);
        EXPECT_THAT(outcome.err, HasSubstr("nothing to say"));
    }
    const Outcome outcome = room.recital({"say", "Hello.", "-o", "a.xyz"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr(".wav, .flac, .mp3, .opus or .m4b"));
}

// Its file is a descriptor of the program, whose name tells nobody anything.
TEST(Say, TellsOfATextWithoutWordsWithoutAPlace) {
    const ListeningRoom room(one_player);
    const Outcome outcome = room.recital({"say", "???"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("nothing to say in this text"), Not(HasSubstr("/dev/fd"))));
}

// They went through the reader of files, which leaves out headings, sources, bylines and page numbers.
TEST(Say, SaysWhateverHasALetterOrADigit) {
    const ListeningRoom room({});
    for (const char* const text : {"1921", "5", "I", "c d", "References", "(c) 2001 Bob", "Page 3",
                                   "See also: Chopin. He sang.", "By John Smith", "%PDF-1.4", "{\"a\": 1}"}) {
        const Outcome outcome = room.recital({"say", text, "-o", "-"});
        EXPECT_EQ(outcome.exit_code, 0) << text << ": " << outcome.err;
        EXPECT_GT(outcome.out.size(), 10'000U) << text;
    }
}

// ffplay ends well where there is no device.
TEST(Say, DoesNotBelieveThatFfplayPlayedIfItEndsAtOnce) {
    const ListeningRoom room({{"ffplay", 0}});
    const Outcome outcome = room.recital({"say", "She taught the piano in Almaty."});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("could not be played with ffplay"));
}

TEST(Say, ReplacesAFileOnlyIfItIsTold) {
    const ListeningRoom room(one_player);
    room.workshop.write("a.wav", "mine");
    const Outcome refused = room.recital({"say", "Hello.", "-o", "a.wav"});
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_THAT(refused.err, HasSubstr("--overwrite"));
    EXPECT_EQ(content_of(room.workshop.path("a.wav")), "mine");
    EXPECT_EQ(room.recital({"say", "Hello.", "-o", "a.wav", "--overwrite"}).exit_code, 0);
    EXPECT_GT(seconds_of(room.workshop.path("a.wav")), 0.3);
}

class Preview : public testing::Test {
protected:
    Preview() {
        room.workshop.write("a.txt", "# Early life\n\nBekzat Petrenko was born in Moscow. He sang.\n\n"
                                     "# The war years\n\nHe moved to Almaty in 1941. There he taught the "
                                     "piano to many people who later became well known.\n\n");
    }

    [[nodiscard]] double seconds(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"preview", "a.txt", "--min-chapter", "0"});
        const Outcome outcome = room.recital(std::move(arguments));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return seconds_of(room.heard());
    }

    ListeningRoom room{one_player};
};

TEST_F(Preview, PlaysTheBeginningOrAChapterOrASentence) {
    const double all = seconds({});
    const double chapter = seconds({"--chapter", "2"});
    const double sentence = seconds({"--find", "THERE he  taught", "--announce", "none"});
    EXPECT_LT(chapter, all - 3);
    EXPECT_LT(sentence, chapter - 2);
    EXPECT_GT(sentence, 2);
}

TEST_F(Preview, StopsAfterTheSentenceInWhichTheTimeIsOver) {
    EXPECT_LT(seconds({"--announce", "none", "--seconds", "1"}), 4);
}

TEST_F(Preview, LeavesTakesThatTheBookUses) {
    (void)room.recital({"preview", "a.txt", "-o", "part.m4b", "--chapter", "1"});
    const Outcome book = room.recital({"render", "a.txt", "--json", "-o", "books"});
    const Json takes = results_in(book.out).at(0)["book"]["files"][0]["takes"];
    EXPECT_GT(takes["reused"].get<int>(), 0);
}

TEST_F(Preview, SaysWhatIsNotThere) {
    const auto error = [this](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "preview");
        const Outcome outcome = room.recital(std::move(arguments));
        EXPECT_NE(outcome.exit_code, 0);
        return outcome.err;
    };
    EXPECT_THAT(error({"a.txt", "--chapter", "7", "--min-chapter", "0"}),
                HasSubstr("a.txt: there is no chapter 7: choose 1 to 2"));
    EXPECT_THAT(error({"a.txt", "--find", "in Paris"}),
                HasSubstr("a.txt: no sentence has the words \"in Paris\""));
    EXPECT_THAT(error({"a.txt", "--seconds", "0"}), HasSubstr("--seconds 0 is not possible"));
    room.workshop.write("two/a.txt", petrenko);
    room.workshop.write("two/b.txt", baktybekova);
    EXPECT_THAT(error({"two"}), HasSubstr("only one can be heard at a time"));
}

} // namespace
} // namespace recital
