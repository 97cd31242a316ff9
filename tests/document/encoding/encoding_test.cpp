// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/encoding.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(DecodeText, TakesUtf8AsItIsWithOrWithoutByteOrderMark) {
    EXPECT_EQ(decode_text("Sánchez\n", "a.txt").text, "Sánchez\n");
    const DecodedText marked = decode_text("\xEF\xBB\xBFSánchez\n", "a.txt");
    EXPECT_EQ(marked.text, "Sánchez\n");
    EXPECT_EQ(marked.encoding, "UTF-8");
    EXPECT_TRUE(marked.diagnostics.empty());
}

TEST(DecodeText, FallsBackToWindows1252AndSaysSo) {
    const DecodedText decoded = decode_text("one\nS\xE1nchez \x96 P\xE9rez \x93so\x94\n", "a.txt");
    EXPECT_EQ(decoded.text, "one\nSánchez – Pérez “so”\n");
    ASSERT_EQ(decoded.diagnostics.size(), 1U);
    EXPECT_EQ(decoded.diagnostics[0].place.to_string(), "a.txt:2");
}

TEST(DecodeText, NormalisesLineEnds) {
    EXPECT_EQ(decode_text("one\r\ntwo\rthree\n\r\nfour", "a.txt").text, "one\ntwo\nthree\n\nfour");
}

TEST(DecodeText, DecodesUtf16AndUtf32) {
    using namespace std::string_view_literals;
    EXPECT_EQ(decode_text("\xFF\xFEP\0\xE9\0"sv, "a.txt").text, "Pé");
    EXPECT_EQ(decode_text("\xFE\xFF\0P\0\xE9"sv, "a.txt").text, "Pé");
    EXPECT_EQ(decode_text("\xFF\xFE\0\0P\0\0\0\xE9\0\0\0"sv, "a.txt").text, "Pé");
    EXPECT_EQ(decode_text("\0\0\xFE\xFF\0\0\0P\0\0\0\xE9"sv, "a.txt").text, "Pé");
    const DecodedText unmarked = decode_text("P\0\xE9\0r\0e\0z\0"sv, "a.txt");
    EXPECT_EQ(unmarked.text, "Pérez");
    EXPECT_EQ(unmarked.diagnostics.size(), 1U);
}

TEST(DecodeText, UsesADeclaredOrForcedEncoding) {
    EXPECT_EQ(decode_text("Dvo\xF8\xE1k", "a.html", "", "windows-1250").text, "Dvořák");
    EXPECT_EQ(decode_text("Dvo\xF8\xE1k", "a.txt", "ISO-8859-2").text, "Dvořák");
    EXPECT_EQ(decode_text("Dvořák", "a.html", "", "windows-1250").text, "Dvořák") << "UTF-8 is certain";
    EXPECT_THROW((void)decode_text("Dvořák", "a.txt", "no-such-encoding"), Error);
}

TEST(DecodeText, RepairsFewBadBytesInUtf8) {
    EXPECT_EQ(decode_text("Sánchez Pérez caf\xE9 Ávila Ñandú", "a.txt").text,
              "Sánchez Pérez café Ávila Ñandú");
    EXPECT_EQ(decode_text("Sánchez P\xC3", "a.txt").text, "Sánchez P") << "cut at a byte";
    EXPECT_EQ(decode_text("\x80\x93 Sánchez", "a.txt").text, " Sánchez") << "cut at a byte";
    EXPECT_EQ(decode_text("He left \xE2\x80", "a.txt").text, "He left ");
    EXPECT_EQ(decode_text("caf\xE9", "a.txt").text, "café");
}

TEST(DecodeText, WeighsTheEvidenceForLegacyEncodings) {
    // "Пётр Ильич Чайковский" in Windows-1251 and KOI8-R
    EXPECT_EQ(
        decode_text("\xCF\xB8\xF2\xF0 \xC8\xEB\xFC\xE8\xF7 \xD7\xE0\xE9\xEA\xEE\xE2\xF1\xEA\xE8\xE9", "a.txt")
            .text,
        "Пётр Ильич Чайковский");
    EXPECT_EQ(
        decode_text("\xF0\xA3\xD4\xD2 \xE9\xCC\xD8\xC9\xDE \xFE\xC1\xCA\xCB\xCF\xD7\xD3\xCB\xC9\xCA", "a.txt")
            .text,
        "Пётр Ильич Чайковский");
    // "Camille Saint-Saëns – “déjà vu”" in Mac OS Roman
    EXPECT_EQ(decode_text("Camille Saint-Sa\x91ns \xD0 \xD2"
                          "d\x8Ej\x88 vu\xD3",
                          "a.txt")
                  .text,
              "Camille Saint-Saëns – “déjà vu”");
}

void expect_refused(std::string_view bytes, std::string_view because) {
    try {
        (void)decode_text(bytes, "a.txt");
        FAIL() << "these bytes were taken for text";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_EQ(error.place().to_string(), "a.txt");
        EXPECT_NE(std::string_view(error.what()).find(because), std::string_view::npos) << error.what();
    }
}

TEST(DecodeText, RefusesBytesThatAreNotText) {
    using namespace std::string_view_literals;
    expect_refused("", "empty");
    expect_refused(" \r\n\t\n", "empty");
    expect_refused("\xEF\xBB\xBF", "empty");
    expect_refused("RIFF\0\0\0\0WAVE"sv, "binary");
    expect_refused("\x01\x02\x03\x04\x05\x06 music", "binary");
}

} // namespace
} // namespace recital
