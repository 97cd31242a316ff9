// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/heteronyms/classified_sentence.h"
#include "text/heteronyms/context_pattern.h"
#include "text/phonemes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace recital {
namespace {

using testing_support::error_of;

const WordClasses& classes() {
    static const WordClasses all(std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "heteronyms" / "en");
    return all;
}

/// Whether the pattern fits around the word "record" of the sentence.
bool fits(std::string_view pattern, std::string_view sentence) {
    const auto words = split_words(sentence);
    const ClassifiedSentence classified(sentence, words, classes());
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (sentence.substr(words[n].begin, words[n].end - words[n].begin) == "record") {
            return ContextPattern(pattern, classes(), {}).matches(classified.words(), classified.place_of(n));
        }
    }
    ADD_FAILURE() << "no record in " << sentence;
    return false;
}

TEST(ContextPattern, HasWordsAndClassesAroundTheWord) {
    EXPECT_TRUE(fits("the _ was|is", "The record was new."));
    EXPECT_FALSE(fits("the _ was|is", "The record came."));
    EXPECT_TRUE(fits("MODAL _ ARTICLE", "They will record an album."));
    EXPECT_FALSE(fits("!MODAL _", "They will record an album."));
    EXPECT_TRUE(fits("!MODAL _", "They record an album."));
}

TEST(ContextPattern, HasElementsThatMayBeMissingOrBeRepeated) {
    EXPECT_TRUE(fits("to ADVERB? _", "Hard to record."));
    EXPECT_TRUE(fits("to ADVERB? _", "Hard to ever record."));
    EXPECT_FALSE(fits("to ADVERB? _", "Hard to even ever record."));
    EXPECT_TRUE(fits("a ADJECTIVE* _", "It was a good old new record."));
    EXPECT_FALSE(fits("a ADJECTIVE* _", "It was a good old big new record."));
}

TEST(ContextPattern, SeesMarksAndEnds) {
    EXPECT_TRUE(fits("_ PAUSE", "A record, then."));
    EXPECT_TRUE(fits("_ PAUSE", "A record"));
    EXPECT_FALSE(fits("a _ new", "A record, new"));
    EXPECT_TRUE(fits("_ !the", "A record")) << "a mark is not this word";
}

TEST(ContextPattern, AsksForClassesOfTheWordItself) {
    EXPECT_TRUE(fits("_&FIRST", "record"));
    EXPECT_FALSE(fits("_&!FIRST", "record"));
    EXPECT_FALSE(fits("_&FIRST&CAPITAL", "record"));
}

TEST(ContextPattern, FindsWordsAnywhere) {
    EXPECT_TRUE(fits("near vinyl|shellac", "A record, said he, of black vinyl."));
    EXPECT_FALSE(fits("near vinyl|record", "A record, said he."));
    EXPECT_TRUE(fits("near vinyl a _", "A record of vinyl."));
}

TEST(ContextPattern, RefusesWhatItCannotRead) {
    const SourcePlace place{"evidence.tsv", 7};
    const auto refusal = [&](std::string_view pattern) {
        return error_of([&] { (void)ContextPattern(pattern, classes(), place); });
    };
    EXPECT_EQ(refusal("the BIG _"), "evidence.tsv:7: there is no class 'BIG' in classes.tsv");
    EXPECT_EQ(refusal("the record"), "evidence.tsv:7: the pattern 'the record' has no _ for the word itself");
    EXPECT_EQ(refusal("the  _"), "evidence.tsv:7: 'the  _' is not a pattern of words");
    EXPECT_EQ(refusal("the| _"), "evidence.tsv:7: 'the|' lacks a word beside |");
}

TEST(WordClasses, ComeFromTablesAndEndings) {
    const auto has = [](std::string_view word, std::string_view name) {
        return (classes().of(word) & classes().named(name, {})) != 0;
    };
    EXPECT_TRUE(has("the", "ARTICLE"));
    EXPECT_TRUE(has("The", "DETERMINER"));
    EXPECT_TRUE(has("carries", "THIRD"));
    EXPECT_FALSE(has("carries", "NOUN"));
    EXPECT_TRUE(has("concertos", "PLURAL"));
    EXPECT_TRUE(has("solfeggied", "PAST"));
    EXPECT_TRUE(has("they'll", "MODAL"));
    EXPECT_EQ(classes().of("xyzzy"), 0U);
}

} // namespace
} // namespace recital
