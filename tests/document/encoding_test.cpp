// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding.h"

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

TEST(DecodeText, EndsEveryLineAlike) {
    EXPECT_EQ(decode_text("one\r\ntwo\rthree\n\r\nfour", "a.txt").text, "one\ntwo\nthree\n\nfour");
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

TEST(DecodeText, RefusesWhatIsNoText) {
    using namespace std::string_view_literals;
    expect_refused("", "empty");
    expect_refused(" \r\n\t\n", "empty");
    expect_refused("\xEF\xBB\xBF", "empty");
    expect_refused("RIFF\0\0\0\0WAVE"sv, "binary");
    expect_refused("\x01\x02\x03\x04\x05\x06 music", "binary");
}

} // namespace
} // namespace recital
