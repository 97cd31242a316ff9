// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "text/script/excerpt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::ElementsAre;

constexpr double words_per_minute = 175;
constexpr double all_of_it = 1000;

Sentence sentence(const std::string& text) {
    return {text, text, 1};
}

/// Two chapters of two passages of two sentences, of some two seconds each.
Script script() {
    const auto passage = [](const std::string& place) {
        return Passage{Role::body,
                       {sentence("The first of " + place + " was rather long."),
                        sentence("The second of " + place + " was rather long.")},
                       Border::paragraph};
    };
    return {"Clara",
            "en",
            {{"One", {passage("Vienna"), passage("Graz")}}, {"Two", {passage("Paris"), passage("Łódź")}}}};
}

std::vector<std::string> sentences_of(const Script& script) {
    std::vector<std::string> sentences;
    for (const Chapter& chapter : script.chapters) {
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                sentences.push_back(sentence.source.substr(4, sentence.source.find(" was") - 4));
            }
        }
    }
    return sentences;
}

std::vector<std::string> excerpt(const Excerpt& excerpt) {
    return sentences_of(take_excerpt(script(), excerpt, words_per_minute));
}

TEST(AnExcerpt, IsTheBeginningUntilTheTimeIsOver) {
    EXPECT_THAT(excerpt({0, "", 0.1}), ElementsAre("first of Vienna"));
    EXPECT_THAT(excerpt({0, "", 3.5}), ElementsAre("first of Vienna", "second of Vienna"));
    EXPECT_EQ(excerpt({0, "", all_of_it}), sentences_of(script()));
}

TEST(AnExcerpt, BeginsWithAChapterAndEndsWithIt) {
    EXPECT_THAT(excerpt({1, "", all_of_it}),
                ElementsAre("first of Vienna", "second of Vienna", "first of Graz", "second of Graz"));
}

TEST(AnExcerpt, BeginsWithTheSentenceThatHasTheWords) {
    EXPECT_THAT(excerpt({0, "SECOND  of\npar", 0.1}), ElementsAre("second of Paris"));
    EXPECT_THAT(excerpt({2, "łódź", all_of_it}), ElementsAre("first of Łódź", "second of Łódź"));
    EXPECT_THAT(excerpt({0, "\u201Csecond\u201D of 'Graz'", 0.1}), ElementsAre("second of Graz"));
    EXPECT_THAT(excerpt({0, "Ło\u0301dz\u0301", 0.1}), ElementsAre("first of Łódź")) << "other code points";
}

TEST(AnExcerpt, EndsLikeABook) {
    const Script part = take_excerpt(script(), {1, "", 3.5}, words_per_minute);
    EXPECT_EQ(part.chapters.back().passages.back().border, Border::end);
}

TEST(AnExcerpt, IsRefusedIfThereIsNoSuchPart) {
    EXPECT_THROW((void)excerpt({3, "", 1}), Error);
    EXPECT_THROW((void)excerpt({1, "Paris", 1}), Error);
}

} // namespace
} // namespace recital
