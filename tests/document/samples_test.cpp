// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"
#include "document/titles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

Document sample(const std::string& name) {
    return read_document(std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "biographies" / name);
}

TEST(SampleBiographies, AreAboutTheirMusicians) {
    EXPECT_EQ(sample("bekzat-petrenko.txt").musician, "Bekzat Petrenko");
    EXPECT_EQ(sample("bekzat-sanchez-perez.txt").musician, "Bekzat Sánchez Pérez");
    EXPECT_EQ(sample("valentin-baktybekova.txt").musician, "Valentin Baktybekova");
}

TEST(SampleBiographies, HaveOneChapterPerParagraph) {
    EXPECT_THAT(titles_of(sample("bekzat-petrenko.txt")),
                testing::ElementsAre("Introduction", "As the years went on", "When he left Moscow",
                                     "Despite the applause", "On a summer evening",
                                     "That night he understood his calling"));
}

TEST(SampleBiographies, HaveTheirOneBadDashRepaired) {
    const Document document = sample("valentin-baktybekova.txt");
    EXPECT_EQ(document.diagnostics.size(), 1U);
    EXPECT_NE(document.sections[5].paragraphs[0].text.find("like this – one person"), std::string::npos);
    EXPECT_TRUE(sample("bekzat-sanchez-perez.txt").diagnostics.empty());
}

} // namespace
} // namespace recital
