// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "document/structure/titles.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(OpeningPhrase, EndsAtTheFirstCommaIfThatIsShort) {
    EXPECT_EQ(opening_phrase("As Bekzat Petrenko grew older, his interest deepened."),
              "As Bekzat Petrenko grew older");
    EXPECT_EQ(opening_phrase("Despite his success, he came home."), "Despite his success");
    EXPECT_EQ(opening_phrase("One summer evening, as he sat there, it rained."), "One summer evening");
    EXPECT_EQ(opening_phrase("He was poor. Then he was not."), "He was poor");
    EXPECT_EQ(opening_phrase("The war over – at last – he left."), "The war over");
}

TEST(OpeningPhrase, OtherwiseEndsWithAMeaningfulWord) {
    EXPECT_EQ(
        opening_phrase("Valentin Baktybekova's legacy as one of the world's greatest pianists will last."),
        "Valentin Baktybekova's legacy");
    EXPECT_EQ(opening_phrase("His love for old songs led him to the archives of the city."),
              "His love for old songs");
    EXPECT_EQ(opening_phrase("However, the orchestra of the city refused to play under him."),
              "However, the orchestra of the city");
}

TEST(OpeningPhrase, KeepsYearsAbbreviationsAndQuotationsTogether) {
    EXPECT_EQ(opening_phrase("On 3 May, 1920, he sailed."), "On 3 May, 1920");
    EXPECT_EQ(opening_phrase("Then Dr. Miller came, unasked."), "Then Dr. Miller came");
    EXPECT_EQ(opening_phrase("“Play it again,” she said to him."), "Play it again");
}

TEST(OpeningPhrase, IncludesBracketsCompletelyOrNotAtAll) {
    EXPECT_EQ(opening_phrase("She taught in Frankfurt (Main), Berlin and Vienna for years."),
              "She taught in Frankfurt (Main)");
    EXPECT_EQ(opening_phrase("She taught in Frankfurt (Main and Oder) for many long years."),
              "She taught in Frankfurt (Main and Oder)");
    EXPECT_EQ(opening_phrase("She taught in Frankfurt (Main, Oder and Elbe) for many long years."),
              "She taught in Frankfurt");
    EXPECT_EQ(opening_phrase("She taught (in Frankfurt, mostly) for years."), "She taught");
    EXPECT_EQ(opening_phrase("(In Frankfurt, she taught.)"), "In Frankfurt");
}

TEST(OpeningPhrase, GrowsToDistinguishEqualOpenings) {
    EXPECT_EQ(opening_phrase("In Paris, he met Fauré, who liked him.", 2), "In Paris");
    EXPECT_EQ(opening_phrase("In Paris, he met Fauré, who liked him.", 3), "In Paris, he met Fauré");
}

TEST(OpeningPhrase, IsTheFirstClauseOfTextWithoutBlanks) {
    EXPECT_EQ(opening_phrase("郎朗出生于辽宁省沈阳市，是一位中国钢琴演奏家。他三岁开始学习钢琴。"),
              "郎朗出生于辽宁省沈阳市");
    EXPECT_EQ(opening_phrase("郎朗出生于辽宁省沈阳市，是一位中国钢琴演奏家。他三岁开始学习钢琴。", 3),
              "郎朗出生于辽宁省沈阳市，是一位中国钢琴演奏家");
    EXPECT_EQ(opening_phrase("「音楽は自由だ。」と彼は語った。"), "音楽は自由だ");
    EXPECT_EQ(opening_phrase("他说：是的。"), "他说");
    EXPECT_EQ(opening_phrase("郎朗（钢琴家，生于沈阳）得奖，他很高兴。"), "郎朗（钢琴家，生于沈阳）得奖");
    EXPECT_EQ(opening_phrase("他得奖"), "他得奖");
}

TEST(OpeningPhrase, IsShorterThanAParagraphWithoutBlanks) {
    const std::string chinese =
        "郎朗出生于辽宁省沈阳市是一位中国钢琴演奏家他三岁开始学习钢琴五岁在沈阳的比赛中获得第一名";
    const std::string thai =
        "สุนทราภรณ์เป็นนักดนตรีและนักแต่งเพลงชาวไทยเขาเกิดที่จังหวัดสมุทรสงครามเขาเริ่มเรียนดนตรีตั้งแต่อายุยังน้อย";
    for (const std::string& paragraph : {chinese, thai}) {
        const std::string title = opening_phrase(paragraph);
        EXPECT_TRUE(paragraph.starts_with(title));
        EXPECT_GE(columns_of(title), 20U) << title;
        EXPECT_LE(columns_of(title), 42U) << title;
    }
}

TEST(OpeningPhrase, EndsAtMarksOfOtherScripts) {
    EXPECT_EQ(opening_phrase("ولدت أم كلثوم في مصر، وبدأت الغناء."), "ولدت أم كلثوم في مصر");
    EXPECT_EQ(opening_phrase("उनका जन्म हुआ था। वे महान थे।"), "उनका जन्म हुआ था");
}

TEST(OpeningPhrase, IsNeverEmptyAndNeverCutInsideAWord) {
    EXPECT_EQ(opening_phrase("The"), "The");
    EXPECT_EQ(opening_phrase("– – –"), "– – –");
    const std::string endless(500, 'x');
    EXPECT_EQ(opening_phrase(endless + " and more"), endless);
}

TEST(UniqueTitles, NumbersRepeatedTitles) {
    UniqueTitles titles;
    EXPECT_EQ(titles.claim("On tour"), "On tour");
    EXPECT_EQ(titles.claim("On Tour"), "On Tour (2)");
    EXPECT_EQ(titles.claim("On tour"), "On tour (3)");
}

} // namespace
} // namespace recital
