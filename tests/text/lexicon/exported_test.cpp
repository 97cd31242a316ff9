// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/exported.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace recital {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path phoneme_folder = std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "phonemes";

const std::vector<LexiconEntry> exported = {
    {"Dvořák", "", "", "DVOR-zhahk", {"a.tsv", 1}},
    {"AC & \"DC\", <live>", "en", "", "/eɪ siː/", {"a.tsv", 2}},
    {"Bow", "", "after:took--a", "/baʊ/", {"a.tsv", 3}},
    {"Wien", "de", "", "/viːn/", {"a.tsv", 4}},
};

std::string pls() {
    return to_pls(exported, PhonemeTable(phoneme_folder, "en"), "en");
}

TEST(AnExportedLexicon, IsATable) {
    EXPECT_EQ(to_tsv({exported.data(), 2}),
              "Dvořák\t-\t-\tDVOR-zhahk\nAC & \"DC\", <live>\ten\t-\t/eɪ siː/\n");
}

TEST(AnExportedLexicon, IsATableWithCommas) {
    EXPECT_EQ(to_csv({exported.data(), 2}), "written,language,context,pronunciation\r\n"
                                            "Dvořák,-,-,DVOR-zhahk\r\n"
                                            "\"AC & \"\"DC\"\", <live>\",en,-,/eɪ siː/\r\n");
}

TEST(AnExportedLexicon, IsAW3cLexiconInIpa) {
    EXPECT_THAT(pls(),
                AllOf(HasSubstr("<grapheme>Dvořák</grapheme>"), HasSubstr("ʒ"), Not(HasSubstr("DVOR")),
                      HasSubstr("AC &amp; \"DC\", &lt;live&gt;"), HasSubstr("<phoneme>eɪ siː</phoneme>")));
}

TEST(AnExportedLexicon, SaysWhatAW3cLexiconHasNoPlaceFor) {
    EXPECT_THAT(pls(), AllOf(HasSubstr("<!-- left out: Bow (‐, after:took‐‐a) -->"),
                             HasSubstr("<!-- left out: Wien (de, ‐) -->"), Not(HasSubstr("viːn"))));
}

TEST(AnExportedLexicon, IsReadAgain) {
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "exported.pls";
    std::ofstream(file) << pls();
    const std::vector<LexiconEntry> read = read_lexicon(file);
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[1].written, exported[1].written);
    EXPECT_EQ(read[1].pronunciation, exported[1].pronunciation);
}

} // namespace
} // namespace recital
