// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "text/number_words.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

const NumberWords::RuleSets english_rules{"%spellout-cardinal", "%spellout-ordinal",
                                          "%spellout-numbering-year", ""};

TEST(NumberWords, SaysCountsOrdinalsAndYears) {
    const NumberWords english("en", english_rules);
    EXPECT_EQ(english.cardinal(0), "zero");
    EXPECT_EQ(english.cardinal(99), "ninety nine");
    EXPECT_EQ(english.cardinal(100), "one hundred");
    EXPECT_EQ(english.cardinal(1500), "one thousand five hundred");
    EXPECT_EQ(english.ordinal(21), "twenty first");
    EXPECT_EQ(english.year(1905), "nineteen oh five");
    EXPECT_EQ(english.year(2005), "two thousand five");
}

TEST(NumberWords, HasNoSoftHyphens) {
    const NumberWords spanish("es", {"%spellout-cardinal-masculine", "%spellout-ordinal-masculine",
                                     "%spellout-numbering-year", ""});
    EXPECT_EQ(spanish.cardinal(800), "ochocientos");
}

TEST(NumberWords, RejectsUnknownRules) {
    EXPECT_THROW(NumberWords("en", {"%no-such-rules", "%spellout-ordinal", "%spellout-numbering-year", ""}),
                 Error);
}

} // namespace
} // namespace recital
