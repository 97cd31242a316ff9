// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_folder.h"
#include "text/lexicon/file.h"
#include "text/phonemes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using namespace testing_support;

class LexiconFile : public testing::Test {
protected:
    std::vector<LexiconEntry> read(const std::string& name, const std::string& content) {
        std::ofstream(folder_.path() / name) << content;
        return read_lexicon(folder_.path() / name);
    }
    std::string error(const std::string& name, const std::string& content) {
        return error_of([&] { (void)read(name, content); });
    }

    ScratchFolder folder_;
};

TEST_F(LexiconFile, HasRowsOfTwoAndMoreCells) {
    const auto entries =
        read("a.tsv", "# comment\nlive\ten\tbefore:album\t/laɪv/\tusage\nDvořák\tDVOR-zhahk\n");
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].written, "live");
    EXPECT_EQ(entries[0].language, "en");
    EXPECT_EQ(entries[0].context, "before:album");
    EXPECT_EQ(entries[0].pronunciation, "/laɪv/");
    EXPECT_EQ(entries[0].place.line, 2U);
    EXPECT_EQ(entries[1].written, "Dvořák");
    EXPECT_EQ(entries[1].language, "");
    EXPECT_EQ(entries[1].context, "");
    EXPECT_EQ(entries[1].pronunciation, "DVOR-zhahk");
    EXPECT_EQ(entries[1].place.line, 3U);
    EXPECT_EQ(read("c.tsv", "\xEF\xBB\xBFLiszt\tlist\r\n")[0].written, "Liszt");
    EXPECT_EQ(read("b.tsv", "Liszt\ten\t-\t/lɪst/\n")[0].context, "");
}

TEST_F(LexiconFile, MayBeAW3cLexicon) {
    const auto entries = read("a.pls", R"(<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-GB">
  <lexeme>
    <grapheme>Dvořák</grapheme>
    <grapheme>Dworschak</grapheme>
    <phoneme>ˈdvɔrʒæk</phoneme>
    <phoneme prefer="true">ˈdvɔːrʒɑːk</phoneme>
  </lexeme>
  <lexeme><grapheme>Liszt</grapheme><phoneme>lɪst</phoneme></lexeme>
</lexicon>)");
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].written, "Dvořák");
    EXPECT_EQ(entries[0].language, "en-GB");
    EXPECT_EQ(entries[0].pronunciation, "/ˈdvɔːrʒɑːk/");
    EXPECT_EQ(entries[1].written, "Dworschak");
    EXPECT_EQ(entries[1].pronunciation, "/ˈdvɔːrʒɑːk/");
    EXPECT_EQ(entries[2].pronunciation, "/lɪst/");
    EXPECT_EQ(entries[2].place.line, 9U);
}

TEST_F(LexiconFile, ReportsWhatItCannotRead) {
    EXPECT_THAT(error("a.tsv", "Liszt\tlist\nBach\n"), HasSubstr("a.tsv:2"));
    EXPECT_THAT(error("a.tsv", "\tlist\n"), AllOf(HasSubstr("a.tsv:1"), HasSubstr("written form")));
    EXPECT_THAT(error("a.tsv", "bow\tenglisch!\t-\t/boʊ/\n"),
                AllOf(HasSubstr("a.tsv:1"), HasSubstr("'englisch!' is not a language")));
    EXPECT_THAT(error("a.pls", "<lexicon><lexeme>"), HasSubstr("a.pls"));
    EXPECT_THAT(error("a.pls", "<html/>"), HasSubstr("<lexicon>"));
    EXPECT_THAT(error("a.pls", "<lexicon alphabet='x-sampa'>\n<lexeme><grapheme>a</grapheme>\n"
                               "<phoneme>a</phoneme></lexeme></lexicon>"),
                AllOf(HasSubstr("a.pls:3"), HasSubstr("x-sampa")));
    EXPECT_THAT(error("a.pls", "<lexicon alphabet='ipa'>\n<lexeme><grapheme>a</grapheme>"
                               "<alias>ay</alias></lexeme></lexicon>"),
                AllOf(HasSubstr("a.pls:2"), HasSubstr("<phoneme>")));
    EXPECT_THAT(error_of([&] { (void)read_lexicon(folder_.path() / "missing.tsv"); }),
                HasSubstr("missing.tsv"));
}

} // namespace
} // namespace recital
