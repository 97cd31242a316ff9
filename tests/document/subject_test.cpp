// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

std::string name_of(std::string_view sentence) {
    return subject_of_first_sentence(sentence).musician;
}

TEST(SubjectOfFirstSentence, SaysWhenAndWhat) {
    const Subject subject = subject_of_first_sentence("Ludwig van Beethoven (baptised 17 December 1770 – 26 "
                                                      "March 1827) was a German composer and pianist.");
    EXPECT_EQ(subject.born, "1770");
    EXPECT_EQ(subject.died, "1827");
    EXPECT_EQ(subject.occupation, "composer");
    EXPECT_EQ(subject_of_first_sentence("Martha Argerich (born 5 June 1941) is an Argentine pianist.").born,
              "1941");
    EXPECT_EQ(subject_of_first_sentence("Johannes Ciconia (died 1412) was a composer.").died, "1412");
    EXPECT_EQ(
        subject_of_first_sentence("Valentin Baktybekova was a master of her craft, a pianist.").occupation,
        "pianist");
}

TEST(FindSubject, KnowsOtherFormsOfTheName) {
    Outline outline;
    outline.musician = "Edward Kennedy \"Duke\" Ellington";
    EXPECT_EQ(find_subject(outline, "x").aliases, (std::vector<std::string>{"Ellington", "Edward", "Duke"}));
}

TEST(PersonInTitle, IsFoundBesideTheUsualWords) {
    EXPECT_EQ(person_in_title("The Life of Clara Schumann"), "Clara Schumann");
    EXPECT_EQ(person_in_title("Clara Schumann: A Biography"), "Clara Schumann");
    EXPECT_EQ(person_in_title("Clara Schumann - Wikipedia"), "Clara Schumann");
    EXPECT_EQ(person_in_title("Charles Dickens and Music"), "Charles Dickens and Music");
}

TEST(SubjectOfFirstSentence, IsTheNameBeforeTheVerb) {
    EXPECT_EQ(name_of("Bekzat Petrenko was a man who lived for music."), "Bekzat Petrenko");
    EXPECT_EQ(name_of("Bekzat Sánchez Pérez was a musician."), "Bekzat Sánchez Pérez");
    EXPECT_EQ(name_of("Ludwig van Beethoven (baptised 17 December 1770 – 26 March 1827) was a German "
                      "composer and pianist."),
              "Ludwig van Beethoven");
    EXPECT_EQ(name_of("Edward Kennedy \"Duke\" Ellington (April 29, 1899 – May 24, 1974) was an "
                      "American jazz pianist."),
              "Edward Kennedy \"Duke\" Ellington");
    EXPECT_EQ(name_of("Vincent d'Indy, the French composer, was born in Paris."), "Vincent d'Indy");
    EXPECT_EQ(name_of("J. S. Bach is known everywhere."), "J. S. Bach");
}

TEST(SubjectOfFirstSentence, IsNotGuessedFromAnythingElse) {
    EXPECT_EQ(name_of("The Moscow Conservatory was full."), "");
    EXPECT_EQ(name_of("As Bekzat Petrenko grew older, he was content."), "");
    EXPECT_EQ(name_of("Music was his passion."), "");
    EXPECT_EQ(name_of("Bekzat Petrenko's mother was a singer."), "");
    EXPECT_EQ(name_of("Bekzat Petrenko played."), "");
    EXPECT_EQ(name_of(""), "");
}

TEST(TitleFromFileName, IsReadable) {
    EXPECT_EQ(title_from_file_name("folder/bekzat-petrenko.txt"), "Bekzat Petrenko");
    EXPECT_EQ(title_from_file_name("01_ludwig_van_beethoven.md"), "Ludwig van Beethoven");
    EXPECT_EQ(title_from_file_name("Bekzat Sánchez Pérez.txt"), "Bekzat Sánchez Pérez");
    EXPECT_EQ(title_from_file_name("-"), "-");
    EXPECT_EQ(title_from_file_name("007.txt"), "007");
}

TEST(FindSubject, PrefersWhatTheSourceSaysOverItsName) {
    Outline outline;
    outline.blocks.push_back({Block::Kind::paragraph, 0, "It begins in the middle.", 1});
    EXPECT_EQ(find_subject(outline, "clara-schumann.txt").musician, "Clara Schumann");
    outline.blocks.insert(outline.blocks.begin(), {Block::Kind::heading, 1, "Clara Wieck", 1});
    EXPECT_EQ(find_subject(outline, "clara-schumann.txt").musician, "Clara Wieck");
    outline.blocks[1].text = "Clara Josephine Schumann was a German pianist.";
    EXPECT_EQ(find_subject(outline, "clara-schumann.txt").musician, "Clara Josephine Schumann");
    outline.musician = "Clara Schumann, née Wieck";
    EXPECT_EQ(find_subject(outline, "x.txt").musician, "Clara Schumann, née Wieck");
}

} // namespace
} // namespace recital
