// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_sentences.h"

#include <gtest/gtest.h>

#include <vector>

namespace recital {
namespace {

void expect_equal(const Pronunciation& found, const Pronunciation& expected) {
    EXPECT_EQ(found.begin, expected.begin);
    EXPECT_EQ(found.end, expected.end);
    EXPECT_EQ(found.phonemes, expected.phonemes);
    EXPECT_EQ(found.entry.to_string(), expected.entry.to_string());
    EXPECT_EQ(found.foreign, expected.foreign);
    EXPECT_EQ(found.stated, expected.stated);
}

void expect_equal(const Sentence& found, const Sentence& expected) {
    EXPECT_EQ(found.source, expected.source);
    EXPECT_EQ(found.spoken, expected.spoken);
    EXPECT_EQ(found.line, expected.line);
    ASSERT_EQ(found.pronunciations.size(), expected.pronunciations.size());
    for (std::size_t n = 0; n < found.pronunciations.size(); ++n) {
        expect_equal(found.pronunciations[n], expected.pronunciations[n]);
    }
    EXPECT_EQ(found.quoted, expected.quoted);
    EXPECT_EQ(found.stresses, expected.stresses);
    EXPECT_EQ(found.quotations, expected.quotations);
    EXPECT_EQ(found.dashes, expected.dashes);
    EXPECT_EQ(found.spans.unpack(), expected.spans.unpack());
    EXPECT_EQ(found.emphases, expected.emphases);
}

/// Beside each other: full ones, empty ones, and those whose spoken form is the written one.
std::vector<Sentence> some_sentences() {
    const std::vector<SpokenSpan> spans = {{{0, 6}, {0, 6}}, {{7, 27}, {7, 11}}};
    Sentence full;
    full.source = "Dvořák 1904";
    full.spoken = "Dvořák nineteen oh four,";
    full.line = 70000;
    full.pronunciations = {{0, 8, "dv'o@ZA:k", {"lexicon.tsv", 12}, true, false},
                           {9, 17, "n'aInti:n", {}, false, true}};
    full.quoted = true;
    full.stresses = {{0, 8}, {9, 17}};
    full.quotations = {{0, 25}};
    full.dashes = {24};
    full.spans = PackedSpans(spans);
    full.emphases = {{0, 8}};
    Sentence plain;
    plain.source = "She sang.";
    plain.spoken = "She sang.";
    return {plain, full, {}, plain, full};
}

TEST(PackedSentences, AreWhatWasPacked) {
    const std::vector<Sentence> sentences = some_sentences();
    const PackedSentences packed(sentences);
    EXPECT_EQ(packed.size(), sentences.size());
    EXPECT_FALSE(packed.empty());
    std::size_t n = 0;
    for (const Sentence& sentence : packed) {
        ASSERT_LT(n, sentences.size());
        expect_equal(sentence, sentences[n]);
        expect_equal(packed[n], sentences[n]);
        ++n;
    }
    EXPECT_EQ(n, sentences.size());
}

TEST(PackedSentences, MayBeNone) {
    const PackedSentences none(std::span<const Sentence>{});
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.size(), 0U);
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_TRUE(PackedSentences().empty());
}

} // namespace
} // namespace recital
