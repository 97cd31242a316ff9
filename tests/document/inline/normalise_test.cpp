// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "document/inline/normalise.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace recital {
namespace {

TEST(NormaliseText, NormalisesAndDropsInvisibleCharacters) {
    EXPECT_EQ(normalise_text("Sa\u0301n\u00ADchez\u00A0 Pe\u0301rez\u200B\t–\x01 so "), "Sánchez Pérez – so");
    EXPECT_EQ(normalise_text("£5 and £6"), "£5 and £6");
    EXPECT_EQ(normalise_text("o\uFB03ce \uFB01rst"), "office first");
    EXPECT_EQ(normalise_text(" \u00A0\u200B"), "");
    EXPECT_EQ(normalise_text("a \x1A b", Controls::keep), "a \x1A b");
}

bool is_kept(char32_t c) {
    return c != U' ' && !is_space(c) && c > 0x20 && (c < 0x7F || c > 0x9F) && c != 0xAD;
}

/// Latin letters and the usual punctuation are not given to the library: none may be composed or changed.
TEST(NormaliseText, KeepsPairsOfCharactersAsNormalisationDoes) {
    std::u32string characters = U"\uFDD0\uFDD1";
    for (const auto& [first, last] : {std::pair(0x21, 0x2FF), std::pair(0x2010, 0x205E)}) {
        for (auto c = static_cast<char32_t>(first); c <= static_cast<char32_t>(last); ++c) {
            const bool is_mark = c >= 0x2028 && c <= 0x202F; // of directions and lines
            characters.append(is_kept(c) && !is_mark ? 1 : 0, c);
        }
    }
    for (const char32_t first : characters) {
        std::string text;
        for (const char32_t second : characters) {
            append_utf8(text, first);
            append_utf8(text, second);
        }
        EXPECT_EQ(normalise_text(text), normalise_nfc(text)) << static_cast<unsigned>(first);
    }
}

} // namespace
} // namespace recital
