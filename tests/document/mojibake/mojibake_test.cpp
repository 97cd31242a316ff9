// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "document/mojibake/mojibake.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

namespace recital {
namespace {

TEST(MendMojibake, MendsOneBadDashInACleanParagraph) {
    const MendedText mended = mend_mojibake("It was worth it â€“ a chance – for Béla.");
    EXPECT_EQ(mended.text, "It was worth it – a chance – for Béla.");
    ASSERT_EQ(mended.mends.size(), 1U);
    EXPECT_EQ(mended.mends[0].before, "â€“");
    EXPECT_EQ(mended.mends[0].after, "–");
    EXPECT_EQ(mended.mends[0].position, 16U);
}

TEST(MendMojibake, MendsLettersAndQuotationMarks) {
    EXPECT_EQ(mend_mojibake("Bekzat SÃ¡nchez PÃ©rez").text, "Bekzat Sánchez Pérez");
    EXPECT_EQ(mend_mojibake("â€œDvoÅ™Ã¡kâ€\u009D").text, "“Dvořák”");
}

TEST(MendMojibake, LeavesOddButHonestTextAlone) {
    for (const std::string_view text : {"MARQUÉ…", "ZZAJÉ’s list", "5×£35", "4288×…", "Ø, Æ and Å", "Ôôô",
                                        "São João", "a naïve “façade”", "Ã’s are many"}) {
        EXPECT_EQ(mend_mojibake(text).text, text);
    }
}

TEST(MendMojibake, MendsWhatIsDamagedAndNothingElse) {
    const auto path =
        std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "document" / "mojibake" / "pairs.tsv";
    for (const DataRow& row : read_data_table(path, 2, 2)) {
        EXPECT_EQ(mend_mojibake(row.cells[0]).text, row.cells[1]) << row.place.to_string();
    }
}

TEST(MendMojibake, TellsAGuessFromACertainty) {
    EXPECT_FALSE(mend_mojibake("SÃ¡nchez PÃ©rez").mends.at(0).guessed);
    EXPECT_TRUE(mend_mojibake("c'est dÃ©jÃ fini").mends.at(1).guessed);
}

TEST(MendMojibake, GivesUpOnMuchGarbageAndSaysWhere) {
    std::mt19937 random(3);
    std::string text = "Bekzat SÃ¡nchez PÃ©rez.\n";
    while (text.size() < 400'000) {
        append_utf8(text, random() % 60 == 0 ? U'\n' : static_cast<char32_t>(0xA0 + random() % 0x60));
    }
    const MendedText mended = mend_mojibake(text);
    EXPECT_TRUE(mended.text.starts_with("Bekzat Sánchez Pérez."));
    ASSERT_TRUE(mended.given_up_at.has_value());
    EXPECT_GT(*mended.given_up_at, 200'000U);
    EXPECT_TRUE(mended.text.ends_with(text.substr(text.size() - 1000)));
}

} // namespace
} // namespace recital
