// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "text/english.h"
#include "text/sentences/segment.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing_support::english;

/// The blocks of a file of lines; an empty line parts them, '#' starts a comment.
std::vector<std::vector<std::string>> read_blocks(const std::filesystem::path& path) {
    std::vector<std::vector<std::string>> blocks(1);
    const std::string content = read_file(path);
    std::size_t start = 0;
    while (start < content.size()) {
        const auto end = content.find('\n', start);
        const auto line = content.substr(start, end - start);
        start = end + 1;
        if (line.starts_with('#')) {
            continue;
        }
        if (!line.empty()) {
            blocks.back().push_back(line);
        } else if (!blocks.back().empty()) {
            blocks.emplace_back();
        }
    }
    if (blocks.back().empty()) {
        blocks.pop_back();
    }
    return blocks;
}

TEST(Segment, CutsTheExamplesAsTheyAreWritten) {
    const auto blocks = read_blocks(std::string(RECITAL_SOURCE_DIR) + "/tests/data/text/sentences.txt");
    ASSERT_GE(blocks.size(), 10U);
    for (const auto& block : blocks) {
        std::string paragraph;
        for (const auto& sentence : block) {
            paragraph += (paragraph.empty() ? "" : " ") + sentence;
        }
        std::vector<std::string> found;
        for (const auto sentence : segment(paragraph, english())) {
            found.emplace_back(sentence);
        }
        EXPECT_EQ(found, block);
    }
}

TEST(Segment, CutsScriptsWithoutBlanksAtTheirOwnMarks) {
    const auto blocks =
        read_blocks(std::string(RECITAL_SOURCE_DIR) + "/tests/data/text/sentences_without_blanks.txt");
    ASSERT_GE(blocks.size(), 5U);
    for (const auto& block : blocks) {
        std::string paragraph;
        for (const auto& sentence : block) {
            paragraph += sentence;
        }
        std::vector<std::string> found;
        for (const auto sentence : segment(paragraph, english())) {
            found.emplace_back(sentence);
        }
        EXPECT_EQ(found, block);
    }
}

TEST(Segment, LosesNothingWhateverTheText) {
    const std::vector<std::string> shreds{"Bach", "Mr", ".",    "!",  "?",  "…",  " ",  "\"",   "“",
                                          "”",    "'",  "(",    ")",  "1",  "a)", "1.", "p.m.", "St",
                                          "—",    "é",  "\xFF", "。", "「", "」", "曲", "؟"};
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto count = random() % 30; count > 0; --count) {
            text += shreds[random() % shreds.size()];
        }
        std::string kept;
        for (const auto sentence : segment(text, english())) {
            EXPECT_FALSE(sentence.empty());
            kept += sentence;
        }
        const auto without_spaces = [](std::string written) {
            std::erase(written, ' ');
            return written;
        };
        ASSERT_EQ(without_spaces(kept), without_spaces(text)) << text;
    }
}

} // namespace
} // namespace recital
