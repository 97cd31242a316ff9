// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "document/mojibake/mojibake.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

namespace recital {
namespace {

TEST(RepairMojibake, RepairsOneBadDashInACleanParagraph) {
    const RepairedText repaired = repair_mojibake("It was worth it â€“ a chance – for Béla.");
    EXPECT_EQ(repaired.text, "It was worth it – a chance – for Béla.");
    ASSERT_EQ(repaired.repairs.size(), 1U);
    EXPECT_EQ(repaired.repairs[0].before, "â€“");
    EXPECT_EQ(repaired.repairs[0].after, "–");
    EXPECT_EQ(repaired.repairs[0].position, 16U);
}

TEST(RepairMojibake, RepairsLettersAndQuotationMarks) {
    EXPECT_EQ(repair_mojibake("Bekzat SÃ¡nchez PÃ©rez").text, "Bekzat Sánchez Pérez");
    EXPECT_EQ(repair_mojibake("â€œDvoÅ™Ã¡kâ€\u009D").text, "“Dvořák”");
}

TEST(RepairMojibake, DoesNotChangeUnusualButCorrectText) {
    for (const std::string_view text : {"MARQUÉ…", "ZZAJÉ’s list", "5×£35", "4288×…", "Ø, Æ and Å", "Ôôô",
                                        "São João", "a naïve “façade”", "Ã’s are many"}) {
        EXPECT_EQ(repair_mojibake(text).text, text);
    }
}

TEST(RepairMojibake, RepairsDamageAndNothingElse) {
    const auto path =
        std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "document" / "mojibake" / "pairs.tsv";
    for (const DataRow& row : read_data_table(path, 2, 2)) {
        EXPECT_EQ(repair_mojibake(row.cells[0]).text, row.cells[1]) << row.place.to_string();
    }
}

TEST(RepairMojibake, DistinguishesGuessesFromCertainRepairs) {
    EXPECT_FALSE(repair_mojibake("SÃ¡nchez PÃ©rez").repairs.at(0).guessed);
    EXPECT_TRUE(repair_mojibake("c'est dÃ©jÃ fini").repairs.at(1).guessed);
}

TEST(RepairMojibake, GivesUpOnMuchGarbageAndSaysWhere) {
    std::mt19937 random(3);
    std::string text = "Bekzat SÃ¡nchez PÃ©rez.\n";
    while (text.size() < 400'000) {
        append_utf8(text, random() % 60 == 0 ? U'\n' : static_cast<char32_t>(0xA0 + random() % 0x60));
    }
    const RepairedText repaired = repair_mojibake(text);
    EXPECT_TRUE(repaired.text.starts_with("Bekzat Sánchez Pérez."));
    ASSERT_TRUE(repaired.given_up_at.has_value());
    EXPECT_GT(*repaired.given_up_at, 200'000U);
    EXPECT_TRUE(repaired.text.ends_with(text.substr(text.size() - 1000)));
}

} // namespace
} // namespace recital
