// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/language.h"
#include "text/script/announcements.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

const std::filesystem::path folder = std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "languages";

Script announced(const Announcements& announcements, const char* tag = "en") {
    Document document;
    document.musician = "Bekzat Petrenko";
    document.sections.resize(2);
    document.sections[0].title = "Introduction";
    document.sections[0].paragraphs = {{"He was born in Almaty.", 1}};
    document.sections[1].title = "Moscow";
    document.sections[1].heading = "Moscow";
    document.sections[1].paragraphs = {{"He studied there.", 3}};
    return make_script(
        document, Language(folder, tag), 600,
        spoken_announcements(announcements, AnnouncementPhrases(folder, tag), document.musician));
}

/// What is spoken, headings in brackets, chapters parted by a bar.
std::string spoken(const Script& script) {
    std::string text;
    for (const Chapter& chapter : script.chapters) {
        text += text.empty() ? "" : "|";
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                text += passage.role == Role::heading ? "[" + sentence.spoken + "]" : sentence.spoken;
            }
        }
    }
    return text;
}

TEST(Announcements, OpensAndClosesABookAndLeavesTitlesThatAreHeadings) {
    EXPECT_EQ(spoken(announced({})),
              "[Bekzat Petrenko.][A biography.]He was born in Almaty.|[Moscow.]He studied "
              "there.[This was the biography of Bekzat Petrenko.]");
}

TEST(Announcements, DoesEachOnlyWhereItIsAskedFor) {
    EXPECT_EQ(spoken(announced({false, false, false})), "He was born in Almaty.|He studied there.");
    EXPECT_EQ(spoken(announced({true, false, false})),
              "[Bekzat Petrenko.][A biography.]He was born in Almaty.|He studied there.");
    EXPECT_EQ(spoken(announced({false, true, false})), "He was born in Almaty.|[Moscow.]He studied there.");
    EXPECT_EQ(spoken(announced({false, false, true})),
              "He was born in Almaty.|He studied there.[This was the biography of Bekzat Petrenko.]");
}

TEST(Announcements, SetsTheBordersAroundWhatItAdds) {
    const Script script = announced({});
    EXPECT_EQ(script.chapters[0].passages[0].border, Border::title);
    EXPECT_EQ(script.chapters[0].passages[1].border, Border::chapter);
    const auto& last = script.chapters[1].passages;
    EXPECT_EQ(last[last.size() - 2].border, Border::paragraph);
    EXPECT_EQ(last.back().border, Border::end);
}

TEST(Announcements, SpeaksTheLanguageOfTheText) {
    EXPECT_EQ(spoken(announced({true, false, false}, "es-MX")).find("[Bekzat Petrenko.][Una biografía.]"),
              0U);
    EXPECT_EQ(spoken(announced({true, true, true}, "fi")).find("He was born"), 0U)
        << "a language without words for it";
}

} // namespace
} // namespace recital
