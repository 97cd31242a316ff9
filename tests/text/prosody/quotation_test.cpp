// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/prosody/quotation.h"

#include <gtest/gtest.h>

#include <vector>

namespace recital {
namespace {

/// "q" for each quoted sentence of a paragraph, "n" for the narrator's.
std::string read(const std::vector<std::string>& sentences) {
    QuotationReader reader;
    std::string result;
    for (const std::string& sentence : sentences) {
        result += reader.read(sentence).whole ? 'q' : 'n';
    }
    return result;
}

TEST(QuotationReader, FindsSentencesInQuotationMarks) {
    EXPECT_EQ(read({"She smiled.", "“I play what I hear.”", "Nobody spoke."}), "nqn");
    EXPECT_EQ(read({"\"I play what I hear.\"", "Nobody spoke."}), "qn");
    EXPECT_EQ(read({"«Je joue.»", "„Ich spiele.“", "It was so."}), "qqn");
}

TEST(QuotationReader, FollowsAQuotationOverSeveralSentences) {
    EXPECT_EQ(read({"“I was young.", "I knew nothing.", "I played.”", "He laughed."}), "qqqn");
}

TEST(QuotationReader, LeavesSentencesWithAShortQuotationToTheNarrator) {
    EXPECT_EQ(read({"“I play,” she said.", "He wrote “Summer” in June.", "\"No,\" he said, \"never.\""}),
              "nnn");
}

TEST(QuotationReader, IgnoresInchMarksAndApostrophes) {
    EXPECT_EQ(read({"It came as a 12\" single.", "It's the dancers' own.", "A 7\" followed."}), "nnn");
}

TEST(QuotationReader, FindsNothingWithoutQuotations) {
    EXPECT_EQ(read({"", "“”", "…"}), "nnn");
}

/// The parts of a sentence that quote somebody, parted by bars.
std::string parts(const std::string& sentence) {
    QuotationReader reader;
    std::string result;
    for (const TextRange& part : reader.read(sentence).parts) {
        result += (result.empty() ? "" : "|") + sentence.substr(part.begin, part.end - part.begin);
    }
    return result;
}

TEST(QuotationReader, FindsSpeechInsideASentenceButNotTitlesAndTerms) {
    EXPECT_EQ(parts("“I play what I hear,” she said, “and nothing else at all.”"),
              "I play what I hear,|and nothing else at all.");
    EXPECT_EQ(parts("He wrote “Summer” in June."), "");
    EXPECT_EQ(parts("He sang “The Man I Love Best” and “A Hard Day's Night” there."), "");
    EXPECT_EQ(parts("“It's the dancers' night,” he wrote."), "It's the dancers' night,");
    EXPECT_EQ(parts("“Nothing here is the narrator's.”"), "");
}

} // namespace
} // namespace recital
