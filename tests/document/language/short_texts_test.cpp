// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "document/language/detection.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace recital {
namespace {

Outline outline_of(const std::string& text) {
    Outline outline;
    outline.blocks.push_back({Block::Kind::paragraph, 0, text, 1});
    decide_language(outline, "a.txt");
    return outline;
}

std::vector<DataRow> rows_of(const std::string& name, std::size_t columns) {
    return read_data_table(RECITAL_SOURCE_DIR "/tests/data/document/" + name, columns, columns);
}

std::string name_of(const testing::TestParamInfo<DataRow>& info) {
    return "Line" + std::to_string(info.param.place.line);
}

class ShortTexts : public testing::TestWithParam<DataRow> {};

TEST_P(ShortTexts, AreReadInTheirLanguage) {
    const auto& cells = GetParam().cells;
    const Outline outline = outline_of(cells[1]);
    EXPECT_EQ(outline.language, cells[0]) << cells[1];
    EXPECT_EQ(outline.diagnostics.empty(), outline.language == "en") << cells[1];
}
INSTANTIATE_TEST_SUITE_P(Rows, ShortTexts, testing::ValuesIn(rows_of("languages.tsv", 2)), name_of);

class EnglishTexts : public testing::TestWithParam<DataRow> {};

TEST_P(EnglishTexts, StayEnglish) {
    const Outline outline = outline_of(GetParam().cells[0]);
    EXPECT_EQ(outline.language, "en");
    EXPECT_TRUE(outline.diagnostics.empty());
}
INSTANTIATE_TEST_SUITE_P(Rows, EnglishTexts, testing::ValuesIn(rows_of("languages_english.tsv", 1)), name_of);

class TextsWithoutEvidence : public testing::TestWithParam<DataRow> {};

TEST_P(TextsWithoutEvidence, AreReadAsEnglishWithAWarning) {
    const Outline outline = outline_of(GetParam().cells[0]);
    EXPECT_EQ(outline.language, "en");
    EXPECT_EQ(outline.diagnostics.size(), 1U);
}
INSTANTIATE_TEST_SUITE_P(Rows, TextsWithoutEvidence,
                         testing::ValuesIn(rows_of("languages_without_evidence.tsv", 1)), name_of);

} // namespace
} // namespace recital
