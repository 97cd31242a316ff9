// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "text/english.h"
#include "text/language/language.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using testing_support::english;
using testing_support::languages_folder;

TEST(Language, IsFoundByThePrimarySubtag) {
    EXPECT_EQ(Language(languages_folder(), "en-GB").tag(), "en-GB");
    EXPECT_TRUE(english().is_known());
    EXPECT_FALSE(Language(languages_folder(), "ru").is_known());
}

TEST(Language, KnowsItsTables) {
    EXPECT_EQ(english().month("Sept"), 9U);
    EXPECT_EQ(english().month("Semptember"), 0U);
    EXPECT_EQ(english().month_name(12), "December");
    ASSERT_NE(english().unit("km"), nullptr);
    EXPECT_EQ(english().unit("km")->many, "kilometers");
    ASSERT_NE(english().currency("£"), nullptr);
    EXPECT_EQ(english().currency("£")->minor.many, "pence");
    EXPECT_TRUE(english().is("BWV", LexicalClass::catalogue));
    EXPECT_FALSE(english().is("Bach", LexicalClass::catalogue));
    EXPECT_EQ(english().symbol("&"), "and");
}

TEST(Language, TakesPhrasesThatItsFolderLeavesOutFromUnd) {
    const Language german(languages_folder(), "de-AT");
    EXPECT_TRUE(german.is_known());
    EXPECT_EQ(german.phrase("range"), "bis");
    EXPECT_EQ(german.phrase("hundred hours"), "");
}

TEST(Language, KnowsMasculineNounsWithAFeminineEnding) {
    const Language portuguese(languages_folder(), "pt");
    EXPECT_TRUE(portuguese.is_feminine("óperas"));
    EXPECT_FALSE(portuguese.is_feminine("poemas"));
}

} // namespace
} // namespace recital
