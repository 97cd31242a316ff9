// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/book.h"
#include "container/formats.h"
#include "support/books.h"
#include "support/players.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace recital {
namespace {

using namespace testing_support;

/// What holds for the files of every format.
class Files : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] std::filesystem::path path() const {
        return folder_.path() / (std::string("Бюль-Бюль.") + GetParam());
    }

    [[nodiscard]] static FormatSettings format() { return make_format_settings(GetParam(), 0, 0); }

    [[nodiscard]] nlohmann::json shown(const Book& book, const TakeLoader& load) const {
        TemporaryFile file(path());
        write_book(book, load, file);
        file.commit();
        return probe(path());
    }

    /// The tags in lower case, wherever the format keeps them.
    static std::map<std::string, std::string> tags(const nlohmann::json& shown) {
        std::map<std::string, std::string> found;
        for (const auto& place : {shown["format"], shown["streams"][0]}) {
            if (place.contains("tags")) {
                for (const auto& [name, value] : place["tags"].items()) {
                    std::string key = name;
                    std::transform(key.begin(), key.end(), key.begin(),
                                   [](unsigned char letter) { return std::tolower(letter); });
                    found[key] = value;
                }
            }
        }
        return found;
    }

    static void expect_chapters(const nlohmann::json& shown, const Book& book) {
        ASSERT_EQ(shown["chapters"].size(), book.chapters.size());
        double start = 0;
        for (std::size_t n = 0; n < book.chapters.size(); ++n) {
            const auto& chapter = shown["chapters"][n];
            EXPECT_EQ(chapter["tags"]["title"], book.chapters[n].title);
            EXPECT_NEAR(std::stod(chapter["start_time"].get<std::string>()), start, 0.001);
            start += static_cast<double>(book.chapters[n].samples()) / book.format.sample_rate;
        }
    }

private:
    ScratchFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Formats, Files, testing::Values("m4b", "mp3", "opus", "flac", "wav"));

TEST_P(Files, ShowChaptersInEveryScript) {
    const MadeBook made = make_book(format(), {"Introduction", "Été à Almaty", "Годы учения", "夜想曲",
                                               "🎹 Encore", R"("Quoted" & <cut> = \ ; #)"});
    expect_chapters(shown(made.book, made.loader()), made.book);
}

TEST_P(Files, ShowMoreThan255ChaptersOfLongTitles) {
    std::vector<std::string> titles;
    for (int n = 1; n <= 300; ++n) {
        titles.push_back(std::to_string(n) + std::string(297, 'x'));
    }
    const MadeBook made = make_book(format(), titles, 1);
    expect_chapters(shown(made.book, made.loader()), made.book);
}

TEST_P(Files, ShowTitlesOf300Bytes) {
    std::vector<std::string> titles;
    for (const std::string letter : {"é", "Ж", "夜", "🎹"}) {
        std::string title;
        while (title.size() + letter.size() <= 300) {
            title += letter;
        }
        titles.push_back(title);
    }
    const MadeBook made = make_book(format(), titles, 1);
    expect_chapters(shown(made.book, made.loader()), made.book);
}

TEST_P(Files, StateTheirTags) {
    const MadeBook made = make_book(format(), {"One", "Two"});
    const auto seen = shown(made.book, made.loader());
    auto found = tags(seen);
    EXPECT_EQ(found["title"], "Bekzat Sánchez Pérez");
    EXPECT_EQ(found["album"], "Bekzat Sánchez Pérez");
    EXPECT_EQ(found["artist"], "An Author");
    EXPECT_EQ(found["genre"], "Audiobook");
    EXPECT_EQ(found["date"].substr(0, 4), "1999");
    EXPECT_FALSE(found.contains("creation_time"));
    EXPECT_EQ(seen["streams"][0]["channels"], 1);
    EXPECT_EQ(seen["streams"][0]["sample_rate"], std::to_string(made.book.format.sample_rate));
    EXPECT_NEAR(std::stod(seen["format"]["duration"].get<std::string>()),
                static_cast<double>(made.book.samples()) / made.book.format.sample_rate, 0.03);
}

TEST_P(Files, DecodeToTheirExactLength) {
    const MadeBook made = make_book(format(), {"One", "Two", "Three"}, 3);
    (void)shown(made.book, made.loader());
    EXPECT_EQ(decode(path()).size(), made.master.size());
}

TEST_P(Files, DoNotDependOnTheClock) {
    const MadeBook made = make_book(format(), {"One", "Two"});
    write_to(made, path());
    const std::string first = content_of(path());
    write_to(made, path());
    EXPECT_EQ(content_of(path()), first);
}

TEST_P(Files, CanContainASingleChapter) {
    const MadeBook made = make_book(format(), {"One", "Two", "Été"}, 2);
    std::size_t samples = 0;
    for (std::size_t n = 0; n < made.book.chapters.size(); ++n) {
        const Book alone = chapter_alone(made.book, n);
        const auto seen = shown(alone, made.loader());
        auto found = tags(seen);
        EXPECT_EQ(found["title"], made.book.chapters[n].title);
        EXPECT_EQ(found["album"], made.book.tags.title);
        EXPECT_THAT(found["track"], testing::StartsWith(std::to_string(n + 1)));
        const std::size_t length = decode(path()).size();
        EXPECT_EQ(length, made.book.chapters[n].samples());
        samples += length;
    }
    EXPECT_EQ(samples, made.master.size());
}

} // namespace
} // namespace recital
