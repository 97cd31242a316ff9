// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gtest/gtest.h>

#include <map>

namespace recital {
namespace {

using namespace testing_support;

std::string chapters() {
    return "# Bekzat Petrenko\n\nBekzat Petrenko was born in Moscow.\n\n## Youth\n\nHe played the piano.\n";
}

/// What the books are, by file.
std::map<std::string, std::string> books_of(const Workshop& workshop) {
    std::map<std::string, std::string> books;
    for (const std::string& file : Workshop::files_below(workshop.books())) {
        books[file] = content_of(workshop.books() / file);
    }
    return books;
}

TEST(Takes, AreRenderedAgainIfTheirSoundIsDamaged) {
    const Workshop workshop;
    workshop.write("a.md", chapters());
    const std::vector<std::string> arguments = {"a.md",        "--format", "m4b,flac", "--split-chapters",
                                                "--subtitles", "vtt"};
    ASSERT_EQ(workshop.render(arguments).exit_code, 0);
    const auto before = books_of(workshop);
    std::size_t damaged = 0;
    for (const StoredEntry& take : stored_entries(workshop.cache(), EntryKind::take)) {
        if (damaged++ % 2 == 0) {
            take.damage();
        }
    }
    std::filesystem::remove_all(workshop.books());
    const Outcome outcome = workshop.render(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(books_of(workshop), before);
    const Json book = results_in(outcome.out).front()["book"];
    std::size_t rendered = 0;
    for (const Json& file : book["files"]) {
        rendered += file["takes"]["rendered"].get<std::size_t>();
    }
    EXPECT_EQ(rendered, (damaged + 1) / 2);
}

/// The second run has the speech of the first, whatever its format and loudness.
TEST(Takes, AreEncodedFromKeptSpeech) {
    const Workshop workshop;
    workshop.write("a.md", chapters());
    ASSERT_EQ(workshop.render({"a.md", "--keep-speech"}).exit_code, 0);
    const std::size_t kept = stored_entries(workshop.cache(), EntryKind::speech).size();
    EXPECT_GT(kept, 3U);
    std::filesystem::remove_all(workshop.books());
    ASSERT_EQ(workshop.render({"a.md", "--format", "opus,flac"}).exit_code, 0);
    EXPECT_EQ(stored_entries(workshop.cache(), EntryKind::speech).size(), kept) << "it is not kept twice";

    const Workshop other;
    other.write("a.md", chapters());
    ASSERT_EQ(other.render({"a.md", "--format", "opus,flac"}).exit_code, 0);
    EXPECT_EQ(books_of(workshop), books_of(other)) << "the same books as without kept speech";
    EXPECT_TRUE(stored_entries(other.cache(), EntryKind::speech).empty());
}

TEST(Takes, AreSaidAgainIfKeptSpeechIsDamaged) {
    const Workshop workshop;
    workshop.write("a.md", chapters());
    ASSERT_EQ(workshop.render({"a.md", "--keep-speech", "--format", "m4b,flac"}).exit_code, 0);
    const auto before = books_of(workshop);
    for (const StoredEntry& speech : stored_entries(workshop.cache(), EntryKind::speech)) {
        speech.damage();
    }
    for (const StoredEntry& take : stored_entries(workshop.cache(), EntryKind::take)) {
        take.damage();
    }
    std::filesystem::remove_all(workshop.books());
    const Outcome outcome = workshop.render({"a.md", "--format", "m4b,flac"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(books_of(workshop), before);
}

} // namespace
} // namespace recital
