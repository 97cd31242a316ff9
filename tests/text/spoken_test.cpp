// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "text/english.h"
#include "text/script/script.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using testing_support::english;

std::string spoken_form(std::string_view paragraph, const Language& language) {
    std::string spoken;
    for (const auto& sentence : read_aloud(paragraph, language)) {
        spoken += (spoken.empty() ? "" : " ") + sentence.spoken;
    }
    return spoken;
}

void expect_examples(const std::string& file, const Language& language) {
    const auto rows = read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/text/" + file, 2, 2);
    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
        EXPECT_EQ(spoken_form(row.cells[0], language), row.cells[1])
            << row.place.to_string() << ": " << row.cells[0];
    }
}

TEST(Spoken, SaysTheExamplesAsTheyAreWritten) {
    expect_examples("spoken.tsv", english());
}

TEST(Spoken, SaysTheSpanishExamplesAsTheyAreWritten) {
    expect_examples("spoken_es.tsv", Language(testing_support::languages_folder(), "es"));
}

TEST(Spoken, SaysTheGermanExamplesAsTheyAreWritten) {
    expect_examples("spoken_de.tsv", Language(testing_support::languages_folder(), "de"));
}

TEST(Spoken, SaysTheFrenchExamplesAsTheyAreWritten) {
    expect_examples("spoken_fr.tsv", Language(testing_support::languages_folder(), "fr"));
}

TEST(Spoken, SaysTheItalianExamplesAsTheyAreWritten) {
    expect_examples("spoken_it.tsv", Language(testing_support::languages_folder(), "it"));
}

TEST(Spoken, SaysThePortugueseExamplesAsTheyAreWritten) {
    expect_examples("spoken_pt.tsv", Language(testing_support::languages_folder(), "pt"));
}

TEST(Spoken, LeavesNoFigureOrSignInABiography) {
    const auto rows = read_data_table(RECITAL_SOURCE_DIR "/tests/data/text/biographies.tsv", 2, 2);
    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
        const Language language(testing_support::languages_folder(), row.cells[0]);
        EXPECT_EQ(spoken_form(row.cells[1], language).find_first_of("0123456789%&+/*=<>$#@_()[]\""),
                  std::string::npos)
            << row.place.to_string() << ": " << spoken_form(row.cells[1], language);
    }
}

TEST(Spoken, SaysTheExamplesOfLanguagesWithoutAFolder) {
    const auto rows = read_data_table(RECITAL_SOURCE_DIR "/tests/data/text/spoken_und.tsv", 3, 3);
    ASSERT_FALSE(rows.empty());
    for (const auto& row : rows) {
        const Language language(testing_support::languages_folder(), row.cells[0]);
        EXPECT_EQ(spoken_form(row.cells[1], language), row.cells[2])
            << row.place.to_string() << ": " << row.cells[1];
    }
}

TEST(Spoken, SaysNumbersInLanguagesThatHaveNoFolder) {
    const Language russian(testing_support::languages_folder(), "ru");
    EXPECT_EQ(spoken_form("Он умер в 7.", russian), "Он умер в семь.");
    const Language dutch(testing_support::languages_folder(), "nl");
    EXPECT_EQ(spoken_form("Hij was 65 jaar.", dutch), "Hij was vijfenzestig jaar.");
    EXPECT_EQ(spoken_form("Bach stierf in 1750.", dutch), "Bach stierf in zeventienvijftig.");
}

TEST(Spoken, ReadsTheStopOfAnOrdinalWhereTheLanguageWritesOne) {
    const Language german(testing_support::languages_folder(), "de-AT");
    EXPECT_EQ(spoken_form("Bach starb am 28. Juli in Leipzig.", german),
              "Bach starb am achtundzwanzigsten Juli in Leipzig.");
    EXPECT_EQ(read_aloud("Er war am 3. Mai dort. Er sang.", german).size(), 2U);
    const Language french(testing_support::languages_folder(), "fr");
    EXPECT_EQ(read_aloud("Il avait 28. Elle chantait.", french).size(), 2U);
}

TEST(Spoken, KnowsTheAbbreviationsThatManyLanguagesWrite) {
    const Language swedish(testing_support::languages_folder(), "sv");
    EXPECT_EQ(read_aloud("Han träffade Dr. Smit och spelade op. 54. Sedan dog han.", swedish).size(), 2U);
    const Language romanian(testing_support::languages_folder(), "ro");
    EXPECT_EQ(read_aloud("A scris op. 33 în 1872. A murit.", romanian).size(), 2U);
}

TEST(Spoken, TransliteratesScriptsThatTheLanguageIsNotWrittenIn) {
    const Language german(testing_support::languages_folder(), "de");
    EXPECT_EQ(spoken_form("Auf Russisch heißt er Бах.", german), "Auf Russisch heißt er Bakh.");
    const Language russian(testing_support::languages_folder(), "ru");
    EXPECT_EQ(spoken_form("Бах, Bach, 巴赫.", russian), "Бах, Bach, bahe.");
}

TEST(Spoken, AnEmptyParagraphSaysNothing) {
    EXPECT_TRUE(read_aloud("", english()).empty());
    EXPECT_TRUE(read_aloud("   ", english()).empty());
}

} // namespace
} // namespace recital
