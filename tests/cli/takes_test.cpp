// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

namespace recital {
namespace {

using namespace testing_support;
using testing::Each;
using testing::Pair;

/// Counts how often the files of a cache are opened under their final names.
class OpenedFiles {
public:
    explicit OpenedFiles(const std::filesystem::path& cache) : queue_(::inotify_init1(IN_NONBLOCK)) {
        for (int n = 0; n < 256; ++n) {
            const auto folder = cache / fmt::format("{:02x}", n);
            std::filesystem::create_directories(folder);
            ::inotify_add_watch(queue_, folder.c_str(), IN_OPEN);
        }
    }
    OpenedFiles(const OpenedFiles&) = delete;
    OpenedFiles& operator=(const OpenedFiles&) = delete;
    ~OpenedFiles() { ::close(queue_); }

    /// Since it was last asked, by file name.
    [[nodiscard]] std::map<std::string, int> with_extension(const std::string& extension) const {
        std::map<std::string, int> counts;
        alignas(inotify_event) std::array<char, 1 << 16> block{};
        for (ssize_t size = 0; (size = ::read(queue_, block.data(), block.size())) > 0;) {
            for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
                inotify_event event{};
                std::memcpy(&event, &block.at(at), sizeof event);
                const std::string name = event.len > 0 ? &block.at(at + sizeof event) : "";
                counts[name] += name.ends_with(extension) ? 1 : 0;
                at += sizeof event + event.len;
            }
        }
        std::erase_if(counts, [](const auto& count) { return count.second == 0; });
        return counts;
    }

private:
    int queue_;
};

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

/// Each take used to be read again to learn its length, and for every file that it is part of: five times.
TEST(Takes, AreReadOnceForAllFilesOfABook) {
    const Workshop workshop;
    const OpenedFiles opened(workshop.cache());
    const std::string identity = "---\nmusician: Bekzat Petrenko\nid: petrenko\n---\n\n";
    workshop.write("a.md", identity + chapters());
    workshop.write("b.md", identity + "# Late years\n\nHe stayed a quiet man in Almaty.\n");
    ASSERT_EQ(
        workshop
            .render({"a.md", "b.md", "--format", "m4b,flac", "--split-chapters", "--subtitles", "vtt,json"})
            .exit_code,
        0);
    const auto counts = opened.with_extension(".take");
    EXPECT_EQ(counts.size(), workshop.stored_takes());
    EXPECT_THAT(counts, Each(Pair(testing::_, 1)));
}

TEST(Takes, AreRenderedAgainIfTheirSoundIsDamaged) {
    const Workshop workshop;
    workshop.write("a.md", chapters());
    const std::vector<std::string> arguments = {"a.md",        "--format", "m4b,flac", "--split-chapters",
                                                "--subtitles", "vtt"};
    ASSERT_EQ(workshop.render(arguments).exit_code, 0);
    const auto before = books_of(workshop);
    std::size_t damaged = 0;
    for (const std::string& file : Workshop::files_below(workshop.cache())) {
        if (file.ends_with(".take") && damaged++ % 2 == 0) {
            std::string content = content_of(workshop.cache() / file);
            content.back() = static_cast<char>(content.back() ^ 1);
            workshop.write("cache/" + file, content);
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
    const OpenedFiles opened(workshop.cache());
    workshop.write("a.md", chapters());
    ASSERT_EQ(workshop.render({"a.md", "--keep-speech"}).exit_code, 0);
    const auto files = Workshop::files_below(workshop.cache());
    const auto kept = std::count_if(files.begin(), files.end(),
                                    [](const std::string& file) { return file.ends_with(".speech"); });
    EXPECT_GT(kept, 3);
    EXPECT_TRUE(opened.with_extension(".speech").empty());
    std::filesystem::remove_all(workshop.books());
    ASSERT_EQ(workshop.render({"a.md", "--format", "opus,flac"}).exit_code, 0);
    const auto counts = opened.with_extension(".speech");
    EXPECT_EQ(counts.size(), static_cast<std::size_t>(kept));
    EXPECT_THAT(counts, Each(Pair(testing::_, 1))) << "once for both formats";

    const Workshop other;
    other.write("a.md", chapters());
    ASSERT_EQ(other.render({"a.md", "--format", "opus,flac"}).exit_code, 0);
    EXPECT_EQ(books_of(workshop), books_of(other)) << "the same books as without kept speech";
    EXPECT_THAT(Workshop::files_below(other.cache()), Each(testing::Not(testing::EndsWith(".speech"))));
}

} // namespace
} // namespace recital
