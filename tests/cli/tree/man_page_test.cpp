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

/// The names of all commands, as the help of the program lists them.
std::vector<std::string> command_names(const Workshop& workshop) {
    const std::string help = workshop.recital({"help"}).out;
    std::istringstream lines(help.substr(help.find("Commands:\n") + 10));
    std::vector<std::string> names;
    for (std::string line; std::getline(lines, line) && !line.empty();) {
        names.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    return names;
}

TEST(ManPages, AreWithoutWarnings) {
    if (run_command({"which", "man"}).exit_code != 0) {
        GTEST_SKIP() << "man is not installed: scripts/setup test";
    }
    const Workshop workshop;
    std::vector<std::vector<std::string>> commands = {{"help", "--man"}};
    for (const std::string& name : command_names(workshop)) {
        commands.push_back({"help", name, "--man"});
    }
    EXPECT_GT(commands.size(), 10U);
    for (const std::vector<std::string>& command : commands) {
        const Outcome page = workshop.recital(command);
        EXPECT_EQ(page.exit_code, 0) << command[1] << page.err;
        workshop.write("page.1", page.out);
        Program reader({"man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", "page.1"});
        workshop.prepare(reader);
        const Outcome read =
            reader.with_environment("MANWIDTH", "80").with_environment("LC_ALL", "C.UTF-8").run();
        EXPECT_EQ(read.exit_code, 0) << command[1];
        EXPECT_EQ(read.err, "") << command[1];
        for (const char* heading : {"NAME", "SYNOPSIS", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"}) {
            EXPECT_THAT(page.out, HasSubstr(std::string(".SH ") + heading)) << command[1];
        }
    }
}

// The list of pages is in src/cli/CMakeLists.txt: a new command was easily left out of it.
TEST(ManPages, AreInstalledForEveryCommand) {
    const Workshop workshop;
    const std::filesystem::path list =
        std::filesystem::path(RECITAL_SOURCE_DIR) / "src" / "cli" / "CMakeLists.txt";
    const std::string recipe = content_of(list);
    const std::string begin = "set(commands ";
    const std::size_t from = recipe.find(begin) + begin.size();
    const std::string pages = ' ' + recipe.substr(from, recipe.find(')', from) - from) + ' ';
    for (const std::string& name : command_names(workshop)) {
        EXPECT_THAT(pages, HasSubstr(' ' + name + ' '));
    }
}

TEST(Help, HasUsageExamplesAndExitCodesOfEveryCommand) {
    const Workshop workshop;
    for (const std::string& name : command_names(workshop)) {
        const std::string help = workshop.recital({"help", name}).out;
        EXPECT_EQ(help, workshop.recital({name, "--help"}).out);
        EXPECT_THAT(help, HasSubstr("Usage: recital " + name + " [OPTIONS]"));
        EXPECT_THAT(help, HasSubstr("\nExamples:\n  ")) << name;
        const bool has_commands = help.find("\nCommands:\n") != std::string::npos;
        EXPECT_EQ(help.find("\nExit codes:\n") != std::string::npos, !has_commands) << name;
    }
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"help", "lexicon", "check"}, {"help", "cache", "prune"}}) {
        EXPECT_THAT(workshop.recital(words).out, HasSubstr("\nExit codes:\n  0 "));
    }
}

TEST(Help, IsGivenWhateverElseIsWrong) {
    const Workshop workshop;
    const Outcome help = workshop.recital({"render", "--speed", "fast", "--formt", "--help"});
    EXPECT_EQ(help.exit_code, 0) << help.err;
    EXPECT_THAT(help.out, HasSubstr("Usage: recital render"));
}

} // namespace
} // namespace recital
