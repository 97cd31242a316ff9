// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;

const std::filesystem::path source = RECITAL_SOURCE_DIR;

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

/// The words that a shell offers for a command line that is typed so far.
class Shell {
public:
    explicit Shell(std::string name) : name_(std::move(name)) {
        workshop_.write("a.txt", petrenko);
        std::filesystem::create_directories(workshop_.path("books"));
        std::filesystem::create_directories(workshop_.path("bin"));
        std::filesystem::create_symlink(RECITAL_PROGRAM, workshop_.path("bin/recital"));
    }

    [[nodiscard]] bool is_installed() const { return run_command({"which", name_}).exit_code == 0; }

    [[nodiscard]] std::vector<std::string> offered(const std::string& typed) const {
        const std::string completions = (source / "src/cli/completions").string();
        std::vector<std::string> command;
        if (name_ == "bash") {
            command = {"bash",
                       "--norc",
                       "-c",
                       "source " + completions +
                           "/recital.bash; read -ra COMP_WORDS <<<\"$1\"; "
                           "[[ $1 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); "
                           "_recital recital; for w in \"${COMPREPLY[@]}\"; do [[ -d $w ]] && w+=/; echo "
                           "\"$w\"; done",
                       "bash",
                       typed};
        } else if (name_ == "zsh") {
            command = {"zsh", "-f", (source / "tests/support/complete.zsh").string(), completions, typed};
        } else {
            command = {"fish", "--no-config", "-c",
                       "source " + completions +
                           "/recital.fish; complete -C \"$argv[1]\" | string replace -r '\\t.*' ''",
                       typed};
        }
        Program shell(command);
        workshop_.prepare(shell);
        shell.with_environment("PATH", workshop_.path("bin").string() + ":/usr/bin:/bin")
            .with_environment("RECITAL_RESOURCES", source.string())
            .with_environment("HOME", workshop_.path("").string());
        return words_of(shell.run().out);
    }

private:
    Workshop workshop_;
    std::string name_;
};

class Completions : public testing::TestWithParam<const char*> {};

TEST_P(Completions, OfferWhatCanBeTyped) {
    const Shell shell(GetParam());
    if (!shell.is_installed()) {
        GTEST_SKIP() << GetParam() << " is not installed: scripts/setup test";
    }
    for (const DataRow& row : read_data_table(source / "tests/data/cli/completions.tsv", 3, 1)) {
        const std::vector<std::string> offered =
            shell.offered(row.cells[0].substr(0, row.cells[0].find('|')));
        for (const std::string& word : words_of(row.cells[1])) {
            EXPECT_THAT(offered, testing::Contains(word)) << row.cells[0];
        }
        for (const std::string& word : words_of(row.cells[2])) {
            EXPECT_THAT(offered, testing::Not(testing::Contains(word))) << row.cells[0];
        }
    }
}

INSTANTIATE_TEST_SUITE_P(InShells, Completions, testing::Values("bash", "zsh", "fish"),
                         [](const auto& shell) { return std::string(shell.param); });

} // namespace
} // namespace recital
