// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/normalise.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(NormaliseText, NormalisesAndDropsInvisibleCharacters) {
    EXPECT_EQ(normalise_text("Sa\u0301n\u00ADchez\u00A0 Pe\u0301rez\u200B\t–\x01 so "), "Sánchez Pérez – so");
    EXPECT_EQ(normalise_text("£5 and £6"), "£5 and £6");
    EXPECT_EQ(normalise_text("o\uFB03ce \uFB01rst"), "office first");
    EXPECT_EQ(normalise_text(" \u00A0\u200B"), "");
    EXPECT_EQ(normalise_text("a \x1A b", Controls::keep), "a \x1A b");
}

} // namespace
} // namespace recital
