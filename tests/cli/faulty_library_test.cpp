// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

/// What a library does, and how the program reports it.
struct Fault {
    const char* name;
    const char* report;
};

void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.name;
}

/// The program with libraries that misbehave over some of the data; see tests/support/faults.cpp.
Outcome run_with_faults(const Workshop& workshop, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), RECITAL_PROGRAM);
    Program program(std::move(arguments));
    workshop.prepare(program);
    return program.with_environment("LD_PRELOAD", RECITAL_FAULTS)
        .with_environment("RECITAL_FAULT_ONCE", workshop.path("once").string())
        // The address sanitizer refuses libraries that are loaded before its own, unless told.
        .with_environment("ASAN_OPTIONS", "verify_asan_link_order=0")
        .run();
}

/// Whether a process runs that was told to work with the file.
bool is_used(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
        std::ifstream arguments(entry.path() / "cmdline");
        const std::string line(std::istreambuf_iterator<char>(arguments), {});
        if (line.find(file.string() + '\0') != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// Processes end a moment after the one that they belong to.
void expect_unused(const std::filesystem::path& file) {
    for (int wait = 0; wait < 100 && is_used(file); ++wait) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_FALSE(is_used(file)) << "a process of the run goes on";
}

/// A run in which libraries misbehave over some of the data.
class FaultyLibrary : public testing::TestWithParam<Fault> {
protected:
    FaultyLibrary() { workshop_.write("in/baktybekova.txt", baktybekova); }

    [[nodiscard]] static std::string word() { return std::string("Fault") + GetParam().name; }

    [[nodiscard]] Outcome recital(std::vector<std::string> arguments) const {
        return run_with_faults(workshop_, std::move(arguments));
    }

    /// Every other text still becomes a book.
    [[nodiscard]] Outcome render(std::vector<std::string> arguments = {}) const {
        for (const auto& word : {std::string("render"), std::string("in"), std::string("-o"),
                                 workshop_.books().string(), std::string("--cache"),
                                 workshop_.cache().string(), std::string("--timeout"), std::string("2")}) {
            arguments.push_back(word);
        }
        std::rotate(arguments.begin(), arguments.end() - 8, arguments.end());
        Outcome outcome = recital(std::move(arguments));
        EXPECT_TRUE(std::filesystem::exists(workshop_.books() / "Valentin Baktybekova.m4b")) << outcome.err;
        expect_unused(workshop_.books()); // an engine that hung went on for ever
        return outcome;
    }

    Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(Faults, FaultyLibrary,
                         testing::Values(Fault{"crash", "crashed (signal 11)"},
                                         Fault{"abort", "crashed (signal 6)"},
                                         Fault{"exit", "ended its process"},
                                         Fault{"hang", "did not answer within 2 s"},
                                         Fault{"stop", "did not answer within 2 s"},
                                         Fault{"flood", "answered with more than 1 GiB"},
                                         Fault{"garbage", "sent what is not an answer"}),
                         [](const auto& fault) { return fault.param.name; });

/// A crash of libxml2 or md4c ended the run, and a hang held it for ever: all other books were lost.
TEST_P(FaultyLibrary, CostsTheTextThatItParses) {
    workshop_.write("in/page.html", "<h1>Clara Wieck</h1><p>" + word() + " played the piano.</p>");
    workshop_.write("in/notes.md", "# Bekzat Petrenko\n\n" + word() + " played the *piano*.\n");
    const Outcome outcome = render();
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    for (const char* file : {"in/page.html", "in/notes.md"}) {
        EXPECT_THAT(outcome.err,
                    HasSubstr(std::string(file) + ": cannot be read: the parser " + GetParam().report));
    }
}

TEST_P(FaultyLibrary, CostsTheBookThatItSpeaks) {
    workshop_.write("in/petrenko.txt", "Bekzat Petrenko was born in Moscow.\n\n" + word() + " was there.\n");
    const Outcome outcome = render();
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("the speech engine " + std::string(GetParam().report)));
    EXPECT_THAT(outcome.err, HasSubstr(word() + " was there."));
}

TEST_P(FaultyLibrary, CostsThePassageThatItSpeaksWhereTheOthersGoOn) {
    workshop_.write("in/petrenko.txt", "Bekzat Petrenko was born in Moscow.\n\n" + word() +
                                           " was there.\n\nHe died in Almaty.\n");
    const Outcome outcome = render({"--on-error", "skip", "--json", "--subtitles", "vtt"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("in/petrenko.txt:3: a passage is left out: the speech engine " +
                                       std::string(GetParam().report) + " at \"" + word() + " was there.\""));
    EXPECT_THAT(outcome.out, HasSubstr(R"("left_out":[{"source":"in/petrenko.txt","line":3,"text":")" +
                                       word() + R"( was there."}])"));
    const Outcome verified = recital({"verify", (workshop_.books() / "Bekzat Petrenko.m4b").string()});
    EXPECT_EQ(verified.exit_code, 0) << verified.out;
}

TEST_P(FaultyLibrary, CostsThePictureThatItReads) {
    ASSERT_EQ(run_command({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x64", "-frames:v",
                           "1", workshop_.path("in/baktybekova.jpg").string()})
                  .exit_code,
              0);
    std::ofstream(workshop_.path("in/baktybekova.jpg"), std::ios::app) << word();
    const Outcome outcome = render();
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.err,
                HasSubstr("in/baktybekova.jpg: the picture for a cover cannot be used: the reader of "
                          "pictures " +
                          std::string(GetParam().report)));
}

TEST(FaultyLibraryOnce, IsTriedAgain) {
    const Workshop workshop;
    for (const char* name : {"notes.md", "petrenko.txt"}) {
        std::filesystem::remove_all(workshop.path("once"));
        workshop.write(name, "Bekzat Petrenko was born in Moscow. Faultonce was there.\n");
        const Outcome outcome =
            run_with_faults(workshop, {"render", name, "-o", workshop.books().string(), "--no-cache"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(std::ifstream(workshop.path("once")).get(), 1) << "it crashed";
    }
}

class FaultyDecoder : public FaultyLibrary {};

INSTANTIATE_TEST_SUITE_P(Faults, FaultyDecoder,
                         testing::Values(Fault{"crash", "crashed (signal 11)"},
                                         Fault{"exit", "ended its process"},
                                         Fault{"garbage", "sent what is not an answer"}),
                         [](const auto& fault) { return fault.param.name; });

/// A crash of a decoder ended the check of all files after it.
TEST_P(FaultyDecoder, CostsTheFileThatItVerifies) {
    ASSERT_EQ(render().exit_code, 0);
    const auto book = workshop_.books() / "Valentin Baktybekova.m4b";
    std::filesystem::copy_file(book, workshop_.path(word() + ".m4b"));
    const Outcome outcome = recital({"verify", word() + ".m4b", book.string()});
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    EXPECT_THAT(outcome.out,
                HasSubstr(word() + ".m4b: broken: cannot be checked: the decoder " + GetParam().report));
    EXPECT_THAT(outcome.out, HasSubstr("Valentin Baktybekova.m4b: whole"));
}

} // namespace
} // namespace recital
