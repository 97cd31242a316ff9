// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"
#include "document/subject/vital_dates.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

std::string in_brackets(std::string_view text) {
    const VitalDates years = vital_dates_in(text);
    return years.born + "|" + years.died;
}

TEST(VitalDates, AreReadAfterAName) {
    EXPECT_EQ(in_brackets("(baptised 17 December 1770 – 26 March 1827)"), "1770|1827");
    EXPECT_EQ(in_brackets("(17 January 1952 – 28 March 2023)"), "1952|2023");
    EXPECT_EQ(in_brackets("（さかもと りゅういち、1952年1月17日 - 2023年3月28日）"), "1952|2023");
    EXPECT_EQ(in_brackets("（１９５２年1月17日〜２０２３年3月28日）"), "1952|2023");
    EXPECT_EQ(in_brackets("(1685-03-31 – 1750-07-28)"), "1685|1750");
    EXPECT_EQ(in_brackets("(Cádiz, 23 de noviembre de 1876-Alta Gracia, 14 de noviembre de 1946)"),
              "1876|1946");
    EXPECT_EQ(in_brackets("(*1951 in Saint-Denis)"), "1951|");
    EXPECT_EQ(in_brackets("(†1412)"), "|1412");
    EXPECT_EQ(in_brackets("(– 1412)"), "|1412");
    EXPECT_EQ(in_brackets("(1951–)"), "1951|");
    EXPECT_EQ(in_brackets("(Buenos Aires, 5 de junio de 1941)"), "1941|");
    EXPECT_EQ(in_brackets("(7 January 1899 [O.S. 26 December 1898] – 30 January 1963)"), "1899|1963");
    EXPECT_EQ(in_brackets("(ur. 3 października 1882 r., zm. 29 marca 1937 r.)"), "1882|1937");
}

TEST(VitalDates, AreAsExactAsTheText) {
    // "(c. 1500 – after 1550)" was shown as 1500 – 1550.
    EXPECT_EQ(in_brackets("(c. 1500 – after 1550)"), "c. 1500|after 1550");
    EXPECT_EQ(in_brackets("(c.1500 – 1550)"), "c. 1500|1550");
    EXPECT_EQ(in_brackets("(um 1500 – nach 1550)"), "um 1500|nach 1550");
    EXPECT_EQ(in_brackets("(1899/1900 – 1974)"), "|1974");
    EXPECT_EQ(in_brackets("(1899 or 1900 – 1974)"), "|1974");
    EXPECT_EQ(in_brackets("(between 1450 and 1455 – 27 August 1521)"), "|1521");
    EXPECT_EQ(in_brackets("(probably before 1500 – 1550)"), "|1550");
    EXPECT_EQ(in_brackets("(1500? – 1550)"), "|1550");
    EXPECT_EQ(in_brackets("(born in the 1950s)"), "|");
}

TEST(VitalDates, AreNotOtherYears) {
    EXPECT_EQ(in_brackets("(fl. 1600 – 1620)"), "|");
    EXPECT_EQ(in_brackets("(active 1985–2001)"), "|");
    EXPECT_EQ(in_brackets("(born 1950; active 1970–1990)"), "1950|");
    EXPECT_EQ(in_brackets("(Grammy 1985)"), "|");
    EXPECT_EQ(in_brackets("(born 1957 in Almaty; moved to Berlin in 1989)"), "|");
    EXPECT_EQ(in_brackets("(1066 – 1750)"), "|") << "nobody grows so old";
    EXPECT_EQ(in_brackets("(1900 – 1850)"), "|");
    EXPECT_EQ(in_brackets("(2460 – 2530)"), "|") << "of another calendar";
    EXPECT_EQ(in_brackets("(Op. 1234567)"), "|");
    EXPECT_EQ(in_brackets(""), "|");
}

/// The years that a text tells, in a file of that name.
std::string told(const std::string& text, const std::string& name = "bekzat-petrenko.txt") {
    const Document document = read_document(text, name);
    return document.born + "|" + document.died;
}

const std::string opening = "Bekzat Petrenko was a pianist of rare gifts. ";
const std::string more = " He practised every day until the neighbours knew all of it by heart.";

std::string told_at_the_end(const std::string& sentence) {
    return told(opening + more + "\n\n" + sentence);
}

std::string told_among_others(const std::string& sentence) {
    return told(opening + sentence + more);
}

TEST(VitalDates, AreReadFromSentences) {
    EXPECT_EQ(told(opening + "He was born on 5 May 1900 in Lviv." + more), "1900|");
    EXPECT_EQ(told(opening + "He was born in Lviv on 5 May 1900." + more), "1900|");
    EXPECT_EQ(told(opening + "He was born in 1900." + more), "1900|");
    EXPECT_EQ(told("Bekzat Petrenko was born in St. Petersburg, Russia, in 1900." + more), "1900|");
    EXPECT_EQ(told("Bekzat Ivan Petrenko was born in 1900." + more), "1900|");
    EXPECT_EQ(
        told(opening + "Petrenko was born in the small town of Brody (now Ukraine) on May 5th, 1900." + more),
        "1900|");
    EXPECT_EQ(told("Born on 5 May 1900 in Lviv, Bekzat Petrenko was a pianist." + more), "1900|");
    EXPECT_EQ(told(opening + more + "\n\nHe died on 6 June 1980."), "|1980");
    EXPECT_EQ(told(opening + more + "\n\nBekzat Petrenko died in Paris in 1980."), "|1980");
    EXPECT_EQ(told(opening + more + "\n\nHe taught in Lviv until his death in 1980."), "|1980");
    EXPECT_EQ(told(opening + more + "\n\nUntil his death in 1980, he taught in Lviv."), "|1980");
    EXPECT_EQ(told(opening + "He was born in 1900.\n\nHe played in Paris.\n\nHe passed away in 1980." + more),
              "1900|1980");
    EXPECT_EQ(told(opening + "He was born around 1500 in Lviv." + more), "around 1500|");
    EXPECT_EQ(told("Clara Schumann was a pianist. She was born in Leipzig in 1819. She played every day.\n\n"
                   "She died in Frankfurt in 1896.",
                   "clara.txt"),
              "1819|1896");
}

TEST(VitalDates, OfOtherPeopleAreIgnored) {
    for (const char* sentence : {"His mother was born in 1870.",
                                 "Bekzat's brother was born in 1905.",
                                 "His mother was a singer. She was born in 1870.",
                                 "His father was a smith. He was born in 1870.",
                                 "He had a brother. He was born in 1905.",
                                 "He studied with Carl Reinecke. He was born in 1824.",
                                 "His teacher Ivan Petrenko was born in 1850.",
                                 "Friedrich Wieck was born in 1785.",
                                 "Bekzat Petrenko's son was born in 1930.",
                                 "He was born in the house that his father had bought in 1890.",
                                 "He was born in a village founded in 1750.",
                                 "He was born to a family that came to Lviv in 1850.",
                                 "He was born in Lviv, in 1920 he moved to Paris.",
                                 "He was born in Lviv; in 1920 he moved.",
                                 "He was born in 1900 or 1901.",
                                 "He was born in the 1900s.",
                                 "He was born between 1900 and 1902.",
                                 "He was probably born in 1900.",
                                 "He was not born in 1900.",
                                 "It was here that he was born in 1900.",
                                 "Bekzat Petrenko Sr. was born in 1870."}) {
        EXPECT_EQ(told_among_others(sentence), "|") << sentence;
    }
    for (const char* sentence :
         {"His mother died in 1910.", "He met Ravel. He died in 1937.",
          "He cared for his father until his death in 1910.", "In Paris he met Ravel. He died in 1937.",
          "His pupil won the prize. He died in 1970.",
          "He was devoted to the composer Ravel until his death in 1937."}) {
        EXPECT_EQ(told_at_the_end(sentence), "|") << sentence;
    }
    EXPECT_EQ(
        told("Clara Schumann was a pianist. She married Robert Schumann. She played every day.\n\nSchumann "
             "died in 1856. He died in 1856. She played on until his death in 1856.",
             "clara.txt"),
        "|")
        << "her husband's";
}

TEST(VitalDates, ThatContradictEachOtherAreLeftOut) {
    EXPECT_EQ(told(opening + "He was born in 1900. Bekzat Petrenko was born in 1901." + more), "|");
    EXPECT_EQ(told(opening + "He was born in 1900." + more + "\n\nHe died in 1850."), "|");
    EXPECT_EQ(told("Bekzat Petrenko (born 1900) was a pianist." + more + "\n\nHe died in 2050."), "1900|");
    EXPECT_EQ(told("Bekzat Petrenko (born 1900) was a pianist." + more + "\n\nHe died in 1980."),
              "1900|1980");
}

TEST(VitalDates, AreReadInOtherLanguages) {
    EXPECT_EQ(
        told(
            "Clara Schumann war eine Pianistin. Sie wurde am 13. September 1819 in Leipzig geboren. "
            "Sie spielte "
            "jeden Tag und war in ganz Europa bekannt.\n\nClara Schumann starb am 20. Mai 1896 in Frankfurt.",
            "clara.txt"),
        "1819|1896");
    EXPECT_EQ(told("Пётр Ильич Чайковский был русским композитором. Он родился 7 мая 1840 года в Воткинске. "
                   "Он много "
                   "работал и путешествовал.\n\nОн умер 6 ноября 1893 года в Санкт-Петербурге.",
                   "a.txt"),
              "1840|1893");
    EXPECT_EQ(told("Claude Debussy est un compositeur français. Il est né le 22 août 1862 à Paris. Il était "
                   "pianiste et "
                   "il aimait la mer.\n\nIl est mort à Paris le 25 mars 1918.",
                   "a.txt"),
              "1862|1918");
}

TEST(VitalDates, AreReadAfterNamesInAnyScript) {
    EXPECT_EQ(told("坂本龍一 (17 January 1952 – 28 March 2023) was a Japanese composer." + more, "a.txt"),
              "1952|2023");
    EXPECT_EQ(read_document("坂本龍一 (17 January 1952 – 28 March 2023) was a Japanese composer.", "a.txt")
                  .musician,
              "坂本龍一");
    EXPECT_EQ(told("坂本 龍一（さかもと りゅういち、1952年1月17日 - 2023年3月28日）は、日本の作曲家である。",
                   "坂本龍一.txt"),
              "1952|2023");
    EXPECT_EQ(told("أم كلثوم (31 ديسمبر 1898 – 3 فبراير 1975) مغنية مصرية.", "أم كلثوم.txt"), "1898|1975");
}

} // namespace
} // namespace recital
