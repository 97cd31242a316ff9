// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "english.h"
#include "text/script.h"

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

TEST(Spoken, SaysNumbersInLanguagesThatHaveNoFolder) {
    const Language russian(testing_support::languages_folder(), "ru");
    EXPECT_EQ(spoken_form("Он умер в 7.", russian), "Он умер в семь.");
    const Language german(testing_support::languages_folder(), "de");
    EXPECT_EQ(spoken_form("Er starb mit 65 Jahren.", german), "Er starb mit fünfundsechzig Jahren.");
}

TEST(Spoken, AnEmptyParagraphSaysNothing) {
    EXPECT_TRUE(read_aloud("", english()).empty());
    EXPECT_TRUE(read_aloud("   ", english()).empty());
}

} // namespace
} // namespace recital
