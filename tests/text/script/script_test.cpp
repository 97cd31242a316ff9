// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/english.h"
#include "text/script/script.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using testing_support::english;

Document two_chapters() {
    Document document;
    document.musician = "Valentin Baktybekova";
    document.sections = {{"Childhood",
                          "Childhood",
                          1,
                          0,
                          {{"She was born in 1957.", 3, 0}, {"Her mother sang. Her father played.", 5, 0}}},
                         {"The stage", "The stage", 7, 0, {{"She toured.", 9, 0}}},
                         {"After a tour", "", 11, 0, {{"After a tour she rested.", 11, 0}}}};
    return document;
}

TEST(MakeScript, SpeaksHeadingsThatTheSourceHas) {
    const auto script = make_script(two_chapters(), english(), 400);
    ASSERT_EQ(script.chapters.size(), 3U);
    const auto& first = script.chapters[0].passages;
    ASSERT_EQ(first.size(), 3U);
    EXPECT_EQ(first[0].role, Role::heading);
    EXPECT_EQ(first[0].border, Border::title);
    EXPECT_EQ(first[0].sentences[0].spoken, "Childhood.");
    EXPECT_EQ(first[1].sentences[0].spoken, "She was born in nineteen fifty seven.");
    EXPECT_EQ(first[1].sentences[0].line, 3U);
    EXPECT_EQ(first[1].border, Border::paragraph);
    EXPECT_EQ(first[2].sentences.size(), 2U);
}

TEST(MakeScript, SpeaksHeadingsInsideAChapterAsHeadings) {
    auto document = two_chapters();
    document.sections[2].paragraphs.push_back({"The last years", 13, 0, {}, true});
    document.sections[2].paragraphs.push_back({"She taught.", 15, 0});
    const auto script = make_script(document, english(), 400);
    const auto& passages = script.chapters[2].passages;
    ASSERT_EQ(passages.size(), 3U);
    EXPECT_EQ(passages[0].border, Border::paragraph);
    EXPECT_EQ(passages[1].role, Role::heading);
    EXPECT_EQ(passages[1].border, Border::title);
    EXPECT_EQ(passages[2].role, Role::body);
}

TEST(MakeScript, BordersTellWhatFollows) {
    const auto script = make_script(two_chapters(), english(), 400);
    EXPECT_EQ(script.chapters[0].passages.back().border, Border::chapter);
    EXPECT_EQ(script.chapters[1].passages.back().border, Border::paragraph);
    EXPECT_EQ(script.chapters[2].passages.size(), 1U);
    EXPECT_EQ(script.chapters[2].passages.back().border, Border::end);
}

TEST(MakeScript, LeavesOutWhatSaysNothing) {
    auto document = two_chapters();
    document.sections[1].paragraphs = {{"* * *", 9, 0}, {"She toured.", 10, 0}, {"—", 11, 0}};
    const auto script = make_script(document, english(), 400);
    ASSERT_EQ(script.chapters[1].passages.size(), 2U);
    EXPECT_EQ(script.chapters[1].passages[1].sentences[0].spoken, "She toured.");
    document.sections = {{"***", "", 1, 0, {{"***", 1, 0}}}};
    EXPECT_THROW((void)make_script(document, english(), 400), Error);
}

TEST(PassageLimit, GrowsWithRateAndTime) {
    EXPECT_GT(passage_limit(180), passage_limit(150));
    EXPECT_GT(passage_limit(150, 60), passage_limit(150, 40));
    EXPECT_EQ(passage_limit(150, 40), 600U);
}

} // namespace
} // namespace recital
