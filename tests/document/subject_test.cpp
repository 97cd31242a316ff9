// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(SubjectOfFirstSentence, IsTheNameBeforeTheVerb) {
    EXPECT_EQ(subject_of_first_sentence("Bekzat Petrenko was a man who lived for music."), "Bekzat Petrenko");
    EXPECT_EQ(subject_of_first_sentence("Bekzat Sánchez Pérez was a musician."), "Bekzat Sánchez Pérez");
    EXPECT_EQ(subject_of_first_sentence(
                  "Ludwig van Beethoven (baptised 17 December 1770 – 26 March 1827) was a German "
                  "composer and pianist."),
              "Ludwig van Beethoven");
    EXPECT_EQ(
        subject_of_first_sentence("Edward Kennedy \"Duke\" Ellington (April 29, 1899 – May 24, 1974) was an "
                                  "American jazz pianist."),
        "Edward Kennedy \"Duke\" Ellington");
    EXPECT_EQ(subject_of_first_sentence("Vincent d'Indy, the French composer, was born in Paris."),
              "Vincent d'Indy");
    EXPECT_EQ(subject_of_first_sentence("J. S. Bach is known everywhere."), "J. S. Bach");
}

TEST(SubjectOfFirstSentence, IsNotGuessedFromAnythingElse) {
    EXPECT_EQ(subject_of_first_sentence("The Moscow Conservatory was full."), "");
    EXPECT_EQ(subject_of_first_sentence("As Bekzat Petrenko grew older, he was content."), "");
    EXPECT_EQ(subject_of_first_sentence("Music was his passion."), "");
    EXPECT_EQ(subject_of_first_sentence("Bekzat Petrenko's mother was a singer."), "");
    EXPECT_EQ(subject_of_first_sentence("Bekzat Petrenko played."), "");
    EXPECT_EQ(subject_of_first_sentence(""), "");
}

TEST(TitleFromFileName, IsReadable) {
    EXPECT_EQ(title_from_file_name("folder/bekzat-petrenko.txt"), "Bekzat Petrenko");
    EXPECT_EQ(title_from_file_name("01_ludwig_van_beethoven.md"), "Ludwig van Beethoven");
    EXPECT_EQ(title_from_file_name("Bekzat Sánchez Pérez.txt"), "Bekzat Sánchez Pérez");
    EXPECT_EQ(title_from_file_name("-"), "-");
    EXPECT_EQ(title_from_file_name("007.txt"), "007");
}

TEST(FindMusician, PrefersWhatTheSourceSaysOverItsName) {
    Outline outline;
    outline.blocks.push_back({Block::Kind::paragraph, 0, "It begins in the middle.", 1});
    EXPECT_EQ(find_musician(outline, "clara-schumann.txt"), "Clara Schumann");
    outline.blocks.insert(outline.blocks.begin(), {Block::Kind::heading, 1, "Clara Wieck", 1});
    EXPECT_EQ(find_musician(outline, "clara-schumann.txt"), "Clara Wieck");
    outline.blocks[1].text = "Clara Josephine Schumann was a German pianist.";
    EXPECT_EQ(find_musician(outline, "clara-schumann.txt"), "Clara Josephine Schumann");
    outline.musician = "Clara Schumann, née Wieck";
    EXPECT_EQ(find_musician(outline, "x.txt"), "Clara Schumann, née Wieck");
}

} // namespace
} // namespace recital
