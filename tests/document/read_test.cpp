// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"
#include "document/titles.h"
#include "support/document_promises.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace recital {
namespace {

TEST(ReadDocument, MakesOneChapterPerParagraphWithoutHeadings) {
    ReadOptions options;
    options.chapters.source = ChapterPlan::Source::paragraphs; // automatically only from a minute of speech
    const Document document =
        read_document("Bekzat Petrenko was a pianist.\n\nDespite his success, he stayed.\n\n"
                      "Despite his success, he left.\n",
                      "x.txt", options);
    EXPECT_EQ(document.musician, "Bekzat Petrenko");
    EXPECT_EQ(document.language, "en");
    EXPECT_THAT(document.sources, testing::ElementsAre("x.txt"));
    EXPECT_THAT(titles_of(document),
                testing::ElementsAre("Introduction", "Despite his success", "Despite his success, he left"));
    EXPECT_EQ(document.sections[1].heading, "");
    EXPECT_EQ(document.sections[2].line, 5U);
    EXPECT_EQ(document.sections[2].paragraphs.at(0).line, 5U);
}

TEST(ReadDocument, MakesOneChapterPerHeading) {
    std::string long_text;
    for (int i = 0; i < 20; ++i) {
        long_text += "He played in town. ";
    }
    const Document document = read_document(long_text + "\n\n# Youth\n\n" + long_text +
                                                "\n\nTwo.\n\n# Youth\n\n" + long_text + "\n\n# Empty\n",
                                            "x.md");
    EXPECT_THAT(titles_of(document), testing::ElementsAre("Introduction", "Youth", "Youth (2)"));
    EXPECT_EQ(document.sections[1].paragraphs.size(), 2U);
    EXPECT_NE(document.sections[1].heading, "");
    EXPECT_EQ(document.sections[1].line, 3U);
}

TEST(ReadDocument, ReportsRepairs) {
    const Document document = read_document("Fine.\n\nA chance â€“ a gift â€“ given.\n", "x.txt");
    EXPECT_EQ(document.sections[0].paragraphs[1].text, "A chance – a gift – given.");
    ASSERT_EQ(document.diagnostics.size(), 1U);
    EXPECT_EQ(document.diagnostics[0].to_string(),
              "x.txt:3: text that had been decoded wrongly was repaired in 2 places, first \"â€“\" to \"–\"");
}

TEST(ReadDocument, NamesAnEmptyFile) {
    const testing_support::ScratchFolder folder;
    EXPECT_THROW((void)read_document(folder.path() / "absent.txt"), Error);
    EXPECT_THROW((void)read_document("", "x.txt"), Error);
    EXPECT_THROW((void)read_document("# Only a heading\n", "x.md"), Error);
    EXPECT_THROW((void)read_document("\u200B\n", "x.txt"), Error);
}

TEST(ReadBodyLine, RepairsAndNormalises) {
    EXPECT_EQ(read_body_line("# No heading  here â€“ none"), "# No heading here – none");
    EXPECT_EQ(read_body_line("caf\xE9"), "café");
    EXPECT_EQ(read_body_line(""), "");
}

/// Whatever the bytes, a document keeps its promises or is refused.
TEST(ReadDocument, KeepsItsInvariantsForRandomBytes) {
    std::mt19937 random(20);
    const std::string alphabet = "aB .,#=-\n\n\t\r\xC3\xA1\xE2\x80\x93\xE9\xFF\x01(’)[1]<p></p>&;_*IVX:";
    const std::vector<std::string> names = {"x.txt", "x.md", "x.html"};
    for (int round = 0; round < 6000; ++round) {
        std::string bytes(random() % 80, ' ');
        for (char& byte : bytes) {
            byte = alphabet[random() % alphabet.size()];
        }
        try {
            const Document document =
                read_document(bytes, names[static_cast<std::size_t>(round) % names.size()]);
            EXPECT_EQ(testing_support::broken_promise(document), "");
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
        }
    }
}

// A fuzzer's find: the heading had no title and the book no musician.
TEST(ReadDocument, IgnoresHeadingsWithoutLetters) {
    const Document document = read_document("## ::\n\nShe played the piano.\n", "clara-schumann.md");
    EXPECT_EQ(document.musician, "Clara Schumann");
    ASSERT_EQ(document.sections.size(), 1U);
    EXPECT_EQ(document.sections[0].title, "Introduction");
}

} // namespace
} // namespace recital
