// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "text/english.h"
#include "text/script/long_sentence.h"
#include "text/script/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing::ElementsAre;
using testing_support::english;

/// "written -> spoken" of each stretch.
std::vector<std::string> spans_of(const Sentence& sentence) {
    std::vector<std::string> pairs;
    for (const auto& [spoken, written] : sentence.spans.unpack()) {
        pairs.push_back(sentence.source.substr(written.begin, written.end - written.begin) + " -> " +
                        sentence.spoken.substr(spoken.begin, spoken.end - spoken.begin));
    }
    return pairs;
}

TEST(SpokenSpans, TellWhatOfTheTextIsSaid) {
    const auto sentences = read_aloud("Born in 1957, he wrote 3 operas.", english());
    EXPECT_THAT(spans_of(sentences.at(0)),
                ElementsAre("Born -> Born", "in -> in", "1957 -> nineteen fifty seven", "he -> he",
                            "wrote -> wrote", "3 -> three", "operas -> operas"));
}

TEST(SpokenSpans, LeaveOutWhatIsNotSaid) {
    const auto sentences = read_aloud("He left (at last) - Dr. Petrenko's idea *.", english());
    EXPECT_THAT(spans_of(sentences.at(0)),
                ElementsAre("He -> He", "left -> left", "at -> at", "last -> last", "Dr. -> doctor",
                            "Petrenko -> Petrenko", "'s -> 's", "idea -> idea"));
}

TEST(SpokenSpans, AreThoseOfThePartsOfALongSentence) {
    const auto whole = read_aloud("He played in Rome in 1957, and in 1958 he played in Lima.", english());
    const auto parts = cut_sentence(whole.at(0), english(), 40);
    ASSERT_GT(parts.size(), 1U);
    std::vector<std::string> pairs;
    for (const Sentence& part : parts) {
        const auto more = spans_of(part);
        pairs.insert(pairs.end(), more.begin(), more.end());
    }
    EXPECT_EQ(pairs, spans_of(whole.at(0)));
}

/// Both sides in order, none over another, and of a `whole` sentence every letter of the spoken form in one
/// of them; a cut may go through what stands for one stretch of the source.
void expect_sound(const Sentence& sentence, bool whole) {
    TextRange spoken;
    TextRange written;
    std::string said;
    for (const SpokenSpan& span : sentence.spans.unpack()) {
        ASSERT_GE(span.spoken.begin, spoken.end) << sentence.source;
        ASSERT_LT(span.spoken.begin, span.spoken.end) << sentence.source;
        ASSERT_GE(span.written.begin, written.end) << sentence.source;
        ASSERT_LT(span.written.begin, span.written.end) << sentence.source;
        spoken = span.spoken;
        written = span.written;
        said += sentence.spoken.substr(spoken.begin, spoken.end - spoken.begin);
    }
    ASSERT_LE(spoken.end, sentence.spoken.size()) << sentence.source;
    ASSERT_LE(written.end, sentence.source.size()) << sentence.source;
    const auto letters = [](const std::string& text) {
        std::string kept;
        for (std::size_t position = 0; position < text.size();) {
            const char32_t code_point = next_code_point(text, position);
            if (is_letter(code_point)) {
                append_utf8(kept, code_point);
            }
        }
        return kept;
    };
    if (whole) {
        ASSERT_EQ(letters(said), letters(sentence.spoken)) << sentence.source;
    }
}

TEST(SpokenSpans, AreInOrderAndWholeInMutatedExamples) {
    std::vector<std::string> texts;
    for (auto& row : read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/text/spoken.tsv", 2, 2)) {
        texts.push_back(std::move(row.cells[0]));
    }
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 20000; ++round) {
        std::string text = texts[static_cast<std::size_t>(round) % texts.size()];
        for (auto edits = round < 2000 ? 0 : random() % 4; edits > 0 && !text.empty(); --edits) {
            const auto& other = texts[random() % texts.size()];
            text.insert(random() % text.size(), other.substr(random() % other.size(), 1 + random() % 8));
        }
        for (const Sentence& sentence : read_aloud(text, english())) {
            expect_sound(sentence, true);
            for (const Sentence& part : cut_sentence(sentence, english(), 40)) {
                expect_sound(part, false);
            }
        }
        if (HasFatalFailure()) {
            return;
        }
    }
}

} // namespace
} // namespace recital
