// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/markup.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(InlineMarkup, IsRemoved) {
    EXPECT_EQ(without_inline_markup("<em>Yes.</em> <b class=\"x\">It is</b>!"), "Yes. It is!");
    EXPECT_EQ(without_inline_markup("one<br/>two"), "one two");
    EXPECT_EQ(without_inline_markup("Lerner &amp; Loewe&#x2019;s caf&eacute; &lt;b&gt;"),
              "Lerner & Loewe\u2019s caf\u00E9 <b>");
}

TEST(InlineMarkup, KeepsTextThatOnlyLooksLikeMarkup) {
    for (const char* text : {"a < b and c > d", "a <b and c> d", "x <a> y", "the <composer> tag", "AT&T; R&B",
                             "<", "&#xD800; &;", "2 <b> 3", "I <3 music"}) {
        EXPECT_EQ(without_inline_markup(text), text);
    }
}

TEST(InlineMarkup, ReadsSuperscriptsDependingOnTheTextBefore) {
    EXPECT_EQ(without_inline_markup("He won.<sup>3</sup> Then<sup>[12]</sup>"), "He won. Then");
    EXPECT_EQ(without_inline_markup("10<sup>6</sup> and the 5<sup>th</sup>"), "10\u2076 and the 5th");
}

TEST(BeginsWithElement, RecognisesElementsThatLayOutText) {
    EXPECT_TRUE(begins_with_element("\n <h2 class=\"lined\">Hello</h2>"));
    EXPECT_TRUE(begins_with_element("<!-- note --><ul><li>a</ul>"));
    EXPECT_FALSE(begins_with_element("<em>Hello</em> world"));
    EXPECT_FALSE(begins_with_element("<hello>"));
    EXPECT_FALSE(begins_with_element("Hello <p>"));
}

} // namespace
} // namespace recital
