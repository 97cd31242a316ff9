// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "text/language/number_words.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

const NumberWords::RuleSets english_rules{
    {"%spellout-cardinal", "", "", "%spellout-ordinal", "", "%spellout-numbering-year"}, "quintillion"};

TEST(NumberWords, SaysCountsOrdinalsAndYears) {
    const NumberWords english("en", english_rules);
    EXPECT_EQ(english.in_words(0), "zero");
    EXPECT_EQ(english.in_words(99), "ninety nine");
    EXPECT_EQ(english.in_words(100), "one hundred");
    EXPECT_EQ(english.in_words(1500), "one thousand five hundred");
    EXPECT_EQ(english.in_words(21, NumberForm::ordinal), "twenty first");
    EXPECT_EQ(english.in_words(1905, NumberForm::year), "nineteen oh five");
    EXPECT_EQ(english.in_words(2005, NumberForm::year), "two thousand five");
}

TEST(NumberWords, SaysDigitsOfAnyLength) {
    const NumberWords english("en", english_rules);
    EXPECT_EQ(english.in_words("1000000000000000000"), "one quintillion");
    EXPECT_EQ(english.in_words("2000000000000000005"), "two quintillion five");
    EXPECT_EQ(english.in_words("1" + std::string(21, '0')).substr(0, 13), "one zero zero");
}

TEST(NumberWords, FollowsTheGenderOfANoun) {
    const NumberWords spanish("es", {{"%spellout-numbering", "%spellout-cardinal-masculine",
                                      "%spellout-cardinal-feminine", "%spellout-ordinal-masculine", "", ""},
                                     ""});
    EXPECT_EQ(spanish.in_words(21), "veintiuno");
    EXPECT_EQ(spanish.in_words(21, NumberForm::count), "veintiún");
    EXPECT_EQ(spanish.in_words(200, NumberForm::feminine_count), "doscientas");
    EXPECT_EQ(spanish.in_words(800, NumberForm::count), "ochocientos") << "no soft hyphens";
}

TEST(NumberWords, HasDefaultsForAnyLanguage) {
    EXPECT_EQ(NumberWords("de", {}).in_words(7), "sieben");
    EXPECT_EQ(NumberWords("ru", {}).in_words(7), "семь");
    EXPECT_EQ(NumberWords("tlh", {}).in_words(7), "seven");
}

TEST(NumberWords, RejectsUnknownRules) {
    EXPECT_THROW(NumberWords("en", {{"%no-such-rules", "", "", "", "", ""}, ""}), Error);
}

} // namespace
} // namespace recital
