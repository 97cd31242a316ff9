// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/unicode.h"
#include "document/encoding/encoding.h"
#include "document/encoding/legacy_charset.h"
#include "document/inline/normalise.h"
#include "document/mojibake/mojibake.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace recital {
namespace {

using Damage = std::function<std::string(const std::string&)>;

std::vector<std::string> sentences() {
    const std::string text = read_file(std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" /
                                       "document" / "mojibake" / "sentences.txt");
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// The UTF-8 of the text decoded as another encoding, so many times over.
Damage decoded_as(const std::string& charset, int times = 1) {
    return [charset, times](const std::string& sentence) {
        std::string text = sentence;
        for (int i = 0; i < times; ++i) {
            text = legacy_charset(charset).decode(text);
        }
        return text;
    };
}

/// Decoded as Windows-1252, with control characters lost and no-break spaces made spaces.
std::string lossy(const std::string& sentence) {
    const std::string text = legacy_charset("windows-1252").decode(sentence);
    std::string kept;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (c == 0xA0) {
            kept += ' ';
        } else if (c < 0x80 || c > 0x9F) {
            append_utf8(kept, c);
        }
    }
    return kept;
}

/// How many sentences come back as they were; those that do not without a guess being told are failures of
/// their own.
std::size_t count_restored(const Damage& damage) {
    std::size_t restored = 0;
    for (const std::string& sentence : sentences()) {
        const RepairedText repaired = repair_mojibake(damage(sentence));
        const bool equal = normalise_text(repaired.text) == normalise_text(sentence);
        restored += static_cast<std::size_t>(equal);
        if (!equal) {
            std::printf("  not restored: %s\n", repaired.text.c_str());
        }
    }
    return restored;
}

TEST(MojibakeRoundTrip, HasTwoHundredSentences) {
    EXPECT_EQ(sentences().size(), 200U);
}

TEST(MojibakeRoundTrip, LeavesCleanSentencesAlone) {
    for (const std::string& sentence : sentences()) {
        EXPECT_TRUE(repair_mojibake(sentence).repairs.empty()) << sentence;
    }
}

TEST(MojibakeRoundTrip, Windows1252) {
    EXPECT_GE(count_restored(decoded_as("windows-1252")), 195U);
}
TEST(MojibakeRoundTrip, Windows1252Twice) {
    EXPECT_GE(count_restored(decoded_as("windows-1252", 2)), 195U);
}
TEST(MojibakeRoundTrip, Windows1252ThreeTimes) {
    EXPECT_GE(count_restored(decoded_as("windows-1252", 3)), 195U);
}
TEST(MojibakeRoundTrip, Latin1) {
    EXPECT_GE(count_restored(decoded_as("iso-8859-1")), 195U);
}
TEST(MojibakeRoundTrip, MacRoman) {
    EXPECT_GE(count_restored(decoded_as("macintosh")), 195U);
}
TEST(MojibakeRoundTrip, Windows1250) {
    EXPECT_GE(count_restored(decoded_as("windows-1250")), 195U);
}
TEST(MojibakeRoundTrip, Latin2) {
    EXPECT_GE(count_restored(decoded_as("iso-8859-2")), 170U);
}
TEST(MojibakeRoundTrip, Windows1252WithLostBytes) {
    EXPECT_GE(count_restored(lossy), 185U);
}

/// UTF-8 that is cut inside its last character, or begins inside its first.
TEST(MojibakeRoundTrip, CutAtAByte) {
    for (const std::string& sentence : sentences()) {
        const auto last =
            std::find_if(sentence.rbegin(), sentence.rend(), [](char byte) { return (byte & 0x80) != 0; });
        const auto end = static_cast<std::size_t>(std::distance(last, sentence.rend())) - 1;
        if (end == std::string::npos || end < 2) {
            continue; // a sentence of ASCII alone has nothing to cut
        }
        const std::string_view cut = std::string_view(sentence).substr(0, end);
        const std::string_view whole = prefix_on_character(sentence, end);
        EXPECT_EQ(repair_mojibake(decode_text(cut, "a.txt").text).text, whole);
    }
}

} // namespace
} // namespace recital
