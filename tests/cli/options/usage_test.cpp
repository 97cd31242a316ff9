// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

struct Misuse {
    std::vector<std::string> arguments; ///< a biography is in a.txt
    std::vector<std::string> told;      ///< what the message must hold
};

const std::vector<Misuse> misuses = {
    {{"render", "a.txt", "-v", "absent.toml"}, {"absent.toml"}},
    {{"render", "a.txt", "--speed", "0.4"}, {"0.4", "0.5"}},
    {{"render", "a.txt", "--speed", "0"}, {"speed"}},
    {{"render", "a.txt", "--speed", "-1"}, {"speed"}},
    {{"render", "a.txt", "--speed", "nan"}, {"speed"}},
    {{"render", "a.txt", "--speed", "3"}, {"narrator", "0.5", "2.38"}},
    {{"render", "a.txt", "-v", "clear", "--speed", "0.54"}, {"clear", "0.55", "3"}},
    {{"render", "a.txt", "--wpm", "60"}, {"80", "450"}},
    {{"render", "a.txt", "--wpm", "451"}, {"80", "450"}},
    {{"render", "a.txt", "--wpm", "nan"}, {"80", "450"}},
    {{"render", "a.txt", "--wpm", "0"}, {"80", "450"}},
    {{"render", "a.txt", "--max-text", "-1"}, {"--max-text"}},
    {{"script", "a.txt", "--max-text", "20000"}, {"--max-text", "16384"}},
    {{"render", "a.txt", "--min-chapter", "-1"}, {"--min-chapter", "0"}},
    {{"script", "a.txt", "--min-chapter", "nan"}, {"--min-chapter", "0"}},
    {{"render", "a.txt", "--bitrate", "1"}, {"16", "144"}},
    {{"render", "a.txt", "--bitrate", "0"}, {"bitrate"}},
    {{"render", "a.txt", "--bitrate", "999999999"}, {"bitrate"}},
    {{"render", "a.txt", "--sample-rate", "12345"}, {"12345", "24000"}},
    {{"render", "a.txt", "--format", "wav", "--bitrate", "64"}, {"lossless"}},
    {{"render", "a.txt", "--keep-speech", "--no-cache"}, {"--no-cache"}},
    {{"render", "a.txt", "b.txt", "-o", "book.m4b"}, {"book.m4b", "-o"}},
    // Each of these made a folder of that name.
    {{"render", "a.txt", "-o", "-"}, {"standard output", "-o"}},
    {{"render", "a.txt", "-o", "book.m4a"}, {"book.m4a", "m4b", "mp3", "opus", "flac", "wav"}},
    {{"render", "a.txt", "-o", "book.Ogg"}, {"book.Ogg", "opus"}},
    {{"render", "a.txt", "-o", "books/book.aac"}, {"book.aac", "m4b"}},
    {{"render", "a.txt", "-o", "book.mp4", "--format", "m4b"}, {"book.mp4", "m4b"}},
    {{"render", "a.txt", "-o", "book.mp3", "--format", "m4b"}, {"book.mp3", "--format"}},
    {{"render", "a.txt", "-o", "book.mp3", "--format", "m4b", "--format", "mp3"}, {"2 formats", "-o"}},
    {{"render", "a.txt", "--metadata", "Lyrics=la"}, {"--no-lyrics"}},
};

TEST(Usage, ErrorsSayWhatToDoAndLeaveNothing) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("b.txt", baktybekova);
    for (const Misuse& misuse : misuses) {
        std::string command = "recital";
        for (const std::string& word : misuse.arguments) {
            command += ' ' + word;
        }
        const Outcome outcome = workshop.recital(misuse.arguments);
        EXPECT_EQ(outcome.exit_code, 2) << command << '\n' << outcome.err;
        EXPECT_EQ(outcome.out, "") << command;
        for (const std::string& text : misuse.told) {
            EXPECT_THAT(outcome.err, HasSubstr(text)) << command;
        }
        EXPECT_EQ(Workshop::files_below(workshop.path("")), (std::vector<std::string>{"a.txt", "b.txt"}))
            << command;
    }
}

// 450 words a minute were refused as above 450 by what a division rounds.
TEST(Usage, TheLimitsOfSpeedArePossible) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    for (const std::string voice : {"narrator", "british", "female", "clear"}) {
        for (const std::string rate : {"80", "450"}) {
            const Outcome outcome =
                workshop.recital({"render", "a.txt", "--dry-run", "-v", voice, "--wpm", rate});
            EXPECT_EQ(outcome.exit_code, 0) << voice << rate << outcome.err;
        }
    }
    for (const auto& [voice, speed] :
         {std::pair("narrator", "0.5"), {"narrator", "2.38"}, {"clear", "0.55"}, {"clear", "3"}}) {
        const Outcome outcome =
            workshop.recital({"render", "a.txt", "--dry-run", "-v", voice, "--speed", speed});
        EXPECT_EQ(outcome.exit_code, 0) << voice << speed << outcome.err;
    }
}

TEST(Usage, WrongVoiceProfilesAreNamedByFileAndLine) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("mine.toml",
                   "description = \"x\"\nlanguage = \"en\"\n[engine]\nvoice = \"gmw/en-US\"\nspeed = 3\n");
    const Outcome outcome = workshop.recital({"render", "a.txt", "-v", "mine.toml"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("mine.toml:5"));
    EXPECT_THAT(outcome.err, HasSubstr("engine.speed"));
}

TEST(Usage, VersionAndHelpAreAnswers) {
    const Workshop workshop;
    for (const char* option : {"--version", "-V"}) {
        const Outcome version = workshop.recital({option});
        EXPECT_EQ(version.exit_code, 0);
        EXPECT_THAT(version.out, testing::MatchesRegex("recital [0-9]+\\.[0-9]+\\.[0-9]+\n"));
    }
    const Outcome details = workshop.recital({"--version", "--verbose"});
    EXPECT_EQ(details.exit_code, 0) << details.err;
    for (const char* part : {"\nengine       eSpeak NG 1.", "\nengine data  ", "\ndata         ",
                             "\ncodecs       libavcodec ", "\nlibraries    "}) {
        EXPECT_THAT(details.out, HasSubstr(part));
    }
    for (const auto& command : std::vector<std::vector<std::string>>{
             {"--help"}, {"help"}, {"render", "--help"}, {"script", "-h"}}) {
        const Outcome help = workshop.recital(command);
        EXPECT_EQ(help.exit_code, 0);
        EXPECT_THAT(help.out, HasSubstr("recital"));
        EXPECT_EQ(help.err, "");
    }
    EXPECT_THAT(workshop.recital({"--help"}).out, HasSubstr("render"));
}

// Limits and flags' values were shown as the library has them: "--bitrate KBPS:INT in [1 - 1000]",
// "--lyrics,--no-lyrics{false}", and the help of one option was a line of 300 characters.
TEST(Usage, HelpIsReadableInATerminalOfAHundredColumns) {
    const Workshop workshop;
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{},
                                                                                         {"render"},
                                                                                         {"script"},
                                                                                         {"lexicon", "check"},
                                                                                         {"voices"},
                                                                                         {"inspect"},
                                                                                         {"verify"},
                                                                                         {"plan"},
                                                                                         {"merge"},
                                                                                         {"cache"},
                                                                                         {"cache", "prune"},
                                                                                         {"doctor"},
                                                                                         {"help"}}) {
        std::vector<std::string> arguments = command;
        arguments.emplace_back("--help");
        std::istringstream help(workshop.recital(arguments).out);
        for (std::string line; std::getline(help, line);) {
            EXPECT_LE(line.size(), 100U) << line;
            EXPECT_THAT(line, testing::Not(HasSubstr("{false}")));
            EXPECT_THAT(line, testing::Not(HasSubstr(":INT")));
        }
    }
}

} // namespace
} // namespace recital
