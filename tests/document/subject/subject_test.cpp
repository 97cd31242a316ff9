// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/file_names.h"
#include "document/subject/subject.h"
#include "document/subject/title_names.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

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

TEST(SubjectOfFirstSentence, SpeaksManyLanguages) {
    struct Case {
        const char* language;
        const char* sentence;
        const char* name;
        const char* born;
        const char* died;
        const char* occupation;
    };
    const std::vector<Case> cases = {
        {"en",
         "Ludwig van Beethoven (getauft 17. Dezember 1770 in Bonn; \u2020 26. März 1827 in Wien) war ein "
         "deutscher Komponist.",
         "Ludwig van Beethoven", "1770", "1827", "komponist"},
        {"de", "Johann Sebastian Bach (* 21. März 1685 in Eisenach; \u2020 28. Juli 1750) war ein Komponist.",
         "Johann Sebastian Bach", "1685", "1750", "komponist"},
        {"de", "Clara Josephine Schumann geb. Wieck (geboren am 13. September 1819) war eine Pianistin.",
         "Clara Josephine Schumann", "1819", "", "pianistin"},
        {"ru", "Пётр Ильич Чайковский (7 мая 1840, Воткинск — 6 ноября 1893) — русский композитор и дирижёр.",
         "Пётр Ильич Чайковский", "1840", "1893", "композитор"},
        {"uk", "Микола Лисенко (22 березня 1842 — 6 листопада 1912) — український композитор.",
         "Микола Лисенко", "1842", "1912", "композитор"},
        {"pl",
         "Karol Szymanowski (ur. 3 października 1882, zm. 29 marca 1937) – polski kompozytor i pianista.",
         "Karol Szymanowski", "1882", "1937", "kompozytor"},
        {"nl", "Alphons Diepenbrock (2 september 1862 – 5 april 1921) was een Nederlandse componist.",
         "Alphons Diepenbrock", "1862", "1921", "componist"},
        {"de", "Johannes Ciconia (\u2020 1412) war ein Komponist.", "Johannes Ciconia", "", "1412",
         "komponist"},
        {"es",
         "Manuel de Falla y Matheu (Cádiz, 23 de noviembre de 1876-Alta Gracia, 14 de noviembre de 1946) fue "
         "un compositor español.",
         "Manuel de Falla y Matheu", "1876", "1946", "compositor"},
        {"es", "Teresa Carreño es una pianista.", "Teresa Carreño", "", "", "pianista"},
        {"fr",
         "Claude Debussy, né le 22 août 1862 à Saint-Germain-en-Laye et mort le 25 mars 1918 à Paris, est un "
         "compositeur français.",
         "Claude Debussy", "1862", "1918", "compositeur"},
        {"en", "Hector Berlioz, né le 11 décembre 1803 et mort en 1869, fut un compositeur.",
         "Hector Berlioz", "1803", "1869", "compositeur"},
        {"it",
         "Giuseppe Fortunino Francesco Verdi (Le Roncole, 10 ottobre 1813 \u2013 Milano, 27 gennaio 1901) è "
         "stato un compositore italiano.",
         "Giuseppe Fortunino Francesco Verdi", "1813", "1901", "compositore"},
        {"pt",
         "Heitor Villa-Lobos (Rio de Janeiro, 5 de março de 1887 \u2014 17 de novembro de 1959) foi um "
         "compositor brasileiro.",
         "Heitor Villa-Lobos", "1887", "1959", "compositor"},
        {"en", "Clara Schumann née Wieck (1819 \u2013 1896) was a pianist.", "Clara Schumann", "1819", "1896",
         "pianist"},
    };
    for (const Case& one : cases) {
        const Subject subject = subject_of_first_sentence(one.sentence, one.language);
        EXPECT_EQ(subject.musician, one.name) << one.sentence;
        EXPECT_EQ(subject.born, one.born) << one.sentence;
        EXPECT_EQ(subject.died, one.died) << one.sentence;
        EXPECT_EQ(subject.occupation, one.occupation) << one.sentence;
    }
}

TEST(SubjectOfFirstSentence, IgnoresVerbsOfOtherLanguages) {
    EXPECT_EQ(name_of("Late Victorian era composers wrote for brass."), "");
    EXPECT_EQ(name_of("Franco Prussian war songs were many."), "");
    EXPECT_EQ(subject_of_first_sentence("Der Komponist war krank.", "de").musician, "");
    EXPECT_EQ(subject_of_first_sentence("La Orquesta Nacional es grande.", "es").musician, "");
    EXPECT_EQ(subject_of_first_sentence("Le Conservatoire était plein.", "fr").musician, "");
    EXPECT_EQ(name_of("La Monte Young (born 1935) is an American composer."), "La Monte Young");
}

TEST(FindSubject, FindsOtherFormsOfTheName) {
    Outline outline;
    outline.musician = "Edward Kennedy \"Duke\" Ellington";
    EXPECT_EQ(find_subject(outline, "x").aliases, (std::vector<std::string>{"Ellington", "Edward", "Duke"}));
}

TEST(FindSubject, ListsTheNamesThatItConsidered) {
    Outline outline;
    outline.title = "Ivory Lane - Encyclopedia";
    outline.blocks.push_back(
        {Block::Kind::paragraph, 0,
         "Nora Alina Winter (born 1981), known professionally as Ivory Lane, is a singer.", 1});
    const Subject subject = find_subject(outline, "ivory.html");
    ASSERT_GE(subject.candidates.size(), 3U);
    EXPECT_EQ(subject.candidates[0].name, "Ivory Lane");
    EXPECT_EQ(subject.candidates[0].evidence,
              "the better known name in the first sentence; the title names a person");
    EXPECT_EQ(subject.candidates[1].name, "Nora Alina Winter");
    EXPECT_EQ(subject.candidates[1].evidence, "the subject of the first sentence");
    EXPECT_GT(subject.candidates[0].score, subject.candidates[1].score);
    EXPECT_EQ(subject.other_names, (std::vector<std::string>{"Nora Alina Winter"}));
    EXPECT_EQ(subject.born, "1981");
    EXPECT_TRUE(subject.certain);
}

TEST(PartsOfTitle, AreNamesWithoutWhatFollowsThem) {
    EXPECT_EQ(parts_of_title("Mara Bell (harpist) | Encyclopedia"),
              (std::vector<std::string>{"Mara Bell", "Encyclopedia"}));
    EXPECT_EQ(parts_of_title("Bell, Mara - Biography"), (std::vector<std::string>{"Mara Bell", "Biography"}));
    EXPECT_EQ(parts_of_title("Roxy Music"), (std::vector<std::string>{"Roxy Music"}));
    EXPECT_TRUE(parts_of_title("").empty());
}

TEST(PersonInTitle, IsFoundBetweenTheUsualWords) {
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

TEST(FindSubject, PrefersTheTextToTheFileName) {
    Outline outline;
    outline.blocks.push_back({Block::Kind::paragraph, 0, "It begins in the middle.", 1});
    EXPECT_EQ(find_subject(outline, "clara-schumann.txt").musician, "Clara Schumann");
    outline.blocks.insert(outline.blocks.begin(), {Block::Kind::heading, 1, "Clara Wieck", 1});
    EXPECT_EQ(find_subject(outline, "clara-schumann.txt").musician, "Clara Wieck");
    outline.blocks[1].text = "Clara Josephine Schumann was a German pianist.";
    EXPECT_EQ(find_subject(outline, "clara-schumann.txt").musician, "Clara Josephine Schumann");
    outline.musician = "Clara Schumann, née Wieck";
    EXPECT_EQ(find_subject(outline, "x.txt").musician, "Clara Schumann") << "the name without a remark";
}

} // namespace
} // namespace recital
