// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"
#include "text/english.h"
#include "text/script/script.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using testing_support::english;

/// The spoken words that are stressed, parted by "|", in a text of Markdown.
std::string stressed(const std::string& markdown, std::size_t limit = 1000) {
    const Script script = make_script(read_document(markdown, "a.md"), english(), limit);
    std::string words;
    for (const Chapter& chapter : script.chapters) {
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                for (const TextRange& stress : sentence.stresses) {
                    words += words.empty() ? "" : "|";
                    words += sentence.spoken.substr(stress.begin, stress.end - stress.begin);
                }
            }
        }
    }
    return words;
}

TEST(Stress, IsFoundInEverySentence) {
    EXPECT_EQ(stressed("He *never* returned."), "never");
    EXPECT_EQ(stressed("In 1791, at No. 5, he *did not*, as they say, return."), "did not");
    EXPECT_EQ(stressed("*Nobody* came. He was *very* ill; that was **all**."), "Nobody|very|all");
    EXPECT_EQ(stressed("He *didn\u2019t* go, *not once,* she said."), "didn't|not once");
}

TEST(Stress, IsNotMadeOfTitlesNamesAndForeignWords) {
    EXPECT_EQ(stressed("He wrote *Fidelio* and the *Missa solemnis* in *bel canto* style."), "");
    EXPECT_EQ(stressed("It is marked *andante con moto* and *forte*."), "");
    EXPECT_EQ(stressed("She sang *All of Me* and *Yesterday* in *Time*."), "");
    EXPECT_EQ(stressed("He met *Clara Schumann* in 1830."), "");
}

TEST(Stress, IsNotMadeOfMentionedWordsWholeSentencesAndParts) {
    EXPECT_EQ(stressed("The word *never* is not in his letters."), "");
    EXPECT_EQ(stressed("The sign \"*never*\" hung there."), "");
    EXPECT_EQ(stressed("*He never did.* She came."), "");
    EXPECT_EQ(stressed("*Never!* She came."), "");
    EXPECT_EQ(stressed("He was *not at all the same* man."), "");
    EXPECT_EQ(stressed("It was *un*able and *very*-like."), "");
}

TEST(Stress, IsFoundAgainWhereASentenceIsCut) {
    EXPECT_EQ(stressed("He came to the town in 1801, and he wrote there, and he *never* left it again, and "
                       "he was *very* "
                       "well known, and then he went to the lake.",
                       60),
              "never|very");
}

TEST(Stress, DoesNotChangeTheSpokenForm) {
    const auto spoken = [](const std::string& text) {
        return make_script(read_document(text, "a.md"), english(), 1000)
            .chapters[0]
            .passages[0]
            .sentences[0]
            .spoken;
    };
    EXPECT_EQ(spoken("He *never* returned in **1801**."), spoken("He never returned in 1801."));
}

} // namespace
} // namespace recital
