// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spoken/transliteration.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>
#include <string>

namespace recital {
namespace {

/// What ICU's transliterator makes of the word, which takes long to start and is used for other scripts only.
std::string by_icu(const icu::UnicodeString& word) {
    static const std::unique_ptr<icu::Transliterator> to_latin = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            "Any-Latin; NFKD; [:Nonspacing Mark:] Remove; NFC", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString text = word;
    to_latin->transliterate(text);
    std::string latin;
    text.toUTF8String(latin);
    return transliterate(latin);
}

TEST(Transliteration, OfLatinLettersIsThatOfIcu) {
    constexpr UChar32 last_of_the_plane = 0xFFFF;
    for (UChar32 code_point = 0x180; code_point <= last_of_the_plane; ++code_point) {
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(code_point, &status) != USCRIPT_LATIN) {
            continue;
        }
        icu::UnicodeString word;
        word.append(UChar32{'b'}).append(code_point).append(UChar32{'n'});
        std::string utf8;
        word.toUTF8String(utf8);
        EXPECT_EQ(transliterate(utf8), by_icu(word)) << utf8;
    }
}

TEST(Transliteration, LeavesAccentsThatVoicesKnow) {
    EXPECT_EQ(transliterate("Dvořák"), "Dvořák");
    EXPECT_EQ(transliterate("Nguyễn"), "Nguyen");
    EXPECT_EQ(transliterate("Чайковский"), "Chaykovskiy");
}

} // namespace
} // namespace recital
