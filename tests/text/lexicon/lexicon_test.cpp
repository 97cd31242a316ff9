// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "text/lexicon/lexicon.h"
#include "text/phonemes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace recital {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using namespace testing_support;

const std::filesystem::path examples = std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "text";

Lexicon make_lexicon(const std::vector<LexiconEntry>& entries, std::string_view tag = "en-US") {
    return {entries, tag, english_phonemes(), SoundRange::own};
}

LexiconEntry entry(std::string written, std::string pronunciation, std::string context = {}) {
    return {std::move(written), "en", std::move(context), std::move(pronunciation), {"lexicon.tsv", 3}};
}

/// "words=phonemes" of every stretch that is found.
std::vector<std::string> found(std::string_view spoken,
                               const std::vector<const PronunciationSource*>& lexicons) {
    std::vector<std::string> spans;
    for (const Pronunciation& pronunciation : find_pronunciations(spoken, lexicons)) {
        spans.push_back(
            std::string(spoken.substr(pronunciation.begin, pronunciation.end - pronunciation.begin)) + '=' +
            pronunciation.phonemes);
    }
    return spans;
}

TEST(Lexicon, FindsTheExamples) {
    const Lexicon lexicon = make_lexicon(read_lexicon(examples / "pronounced_lexicon.tsv"));
    const auto rows = read_data_table(examples / "pronounced.tsv", 4, 1);
    ASSERT_GT(rows.size(), 10U);
    for (const DataRow& row : rows) {
        std::vector<std::string> expected(row.cells.begin() + 1, row.cells.end());
        std::erase(expected, "");
        EXPECT_EQ(found(row.cells[0], {&lexicon}), expected) << row.place.to_string();
    }
}

TEST(Lexicon, PrefersTheEntryWithTheSameAccents) {
    const Lexicon lexicon = make_lexicon({entry("Händel", "/ˈhɛndəl/"), entry("Handel", "/ˈhændəl/")});
    EXPECT_THAT(found("Händel", {&lexicon}), ElementsAre("Händel=h'End@l"));
    EXPECT_THAT(found("Handel", {&lexicon}), ElementsAre("Handel=h'and@l"));
}

TEST(Lexicon, TakesTheFirstEntryThatFits) {
    const Lexicon lexicon = make_lexicon(
        {entry("lead", "/lɛd/", "before:pipe"), entry("lead", "/liːd/"), entry("lead", "/laɪd/")});
    EXPECT_THAT(found("a lead pipe", {&lexicon}), ElementsAre("lead=l'Ed"));
    EXPECT_THAT(found("the lead", {&lexicon}), ElementsAre("lead=l'i:d"));
}

TEST(Lexicon, LeavesOutEntriesBeforeExceptions) {
    const Lexicon lexicon = make_lexicon({entry("David", "/dæˈviːd/", "except-before:Bowie|Byrne")});
    EXPECT_THAT(found("David sang, and David Guetta played.", {&lexicon}), testing::SizeIs(2));
    EXPECT_THAT(found("David Bowie met David Byrne's band.", {&lexicon}), ElementsAre());
    EXPECT_THAT(found("Bowie met David.", {&lexicon}), testing::SizeIs(1));
}

TEST(Lexicon, IsForOneLanguage) {
    const std::vector<LexiconEntry> entries = read_lexicon(examples / "pronounced_lexicon.tsv");
    const std::vector<LexiconEntry> british = {{"vase", "en-GB", {}, "/vɑːz/", {}},
                                               {"vases", {}, {}, "/veɪz/", {}}};
    EXPECT_EQ(make_lexicon(entries).size(), entries.size() - 1);
    EXPECT_EQ(make_lexicon(british, "en-US").size(), 1U);
    EXPECT_EQ(make_lexicon(british, "en-GB").size(), 2U);
    const PhonemeTable none(phonemes_folder(), "tlh");
    EXPECT_THAT(error_of([&] { Lexicon(british, "tlh", none, SoundRange::own); }), HasSubstr("'tlh'"));
}

TEST(Lexicon, YieldsToEarlierOnes) {
    const Lexicon user = make_lexicon({entry("Bach", "/bæk/")});
    const Lexicon own = make_lexicon(
        {entry("J. S. Bach", "/ˌdʒeɪ ˌɛs ˈbɑːx/"), entry("Bach", "/bɑːx/"), entry("Liszt", "/lɪst/")});
    EXPECT_THAT(found("J S Bach met Liszt", {&user, &own}), ElementsAre("Bach=b'ak", "Liszt=l'Ist"));
    EXPECT_THAT(found("J S Bach met Liszt", {&own, &user}),
                ElementsAre("J S Bach=dZ,eI ,Es b'A:x", "Liszt=l'Ist"));
    EXPECT_THAT(found("Bach", {}), ElementsAre());
}

TEST(Lexicon, SaysWhatIsWrongWithAnEntry) {
    const auto error = [](const LexiconEntry& bad) { return error_of([&] { make_lexicon({bad}); }); };
    EXPECT_THAT(error(entry("50 Cent", "/sɛnt/")), AllOf(HasSubstr("lexicon.tsv:3"), HasSubstr("'5'")));
    EXPECT_THAT(error(entry("-", "/sɛnt/")), HasSubstr("no letter"));
    EXPECT_THAT(error(entry("a", "/eɪ/", "beside:b")), HasSubstr("'beside:b'"));
    EXPECT_THAT(error(entry("a", "/eɪ/", "before")), HasSubstr("'before'"));
    EXPECT_THAT(error(entry("a", "/eɪ/", "before:")), HasSubstr("'before:'"));
}

/// Finds as Lexicon promises to, by trying everything: words of small letters, no endings, no contexts.
std::vector<std::string> by_trying(const std::string& spoken, const std::vector<LexiconEntry>& entries) {
    const auto is_border = [&](std::size_t position) {
        return position >= spoken.size() || spoken[position] == ' ' || spoken[position] == ',';
    };
    std::vector<std::string> spans;
    for (std::size_t position = 0; position < spoken.size();) {
        const LexiconEntry* best = nullptr;
        for (const LexiconEntry& candidate : entries) {
            const bool fits = spoken.compare(position, candidate.written.size(), candidate.written) == 0 &&
                              is_border(position + candidate.written.size());
            const auto words = [](const LexiconEntry& of) {
                return std::count(of.written.begin(), of.written.end(), ' ');
            };
            if (fits && (best == nullptr || words(candidate) > words(*best))) {
                best = &candidate;
            }
        }
        if (best != nullptr) {
            spans.push_back(best->written);
            position += best->written.size();
        }
        while (!is_border(position)) {
            ++position;
        }
        while (position < spoken.size() && is_border(position)) {
            ++position;
        }
    }
    return spans;
}

TEST(Lexicon, MatchesABruteForceSearch) {
    std::mt19937 random(20260101); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same every time
    const std::vector<std::string> vocabulary = {"do", "re", "mi", "fa", "sol", "la", "ti", "dore"};
    const auto phrase = [&](std::size_t max, const std::string& parting) {
        std::string text;
        for (std::size_t words = 1 + random() % max; words > 0; --words) {
            text += (text.empty()        ? ""
                     : random() % 5 == 0 ? parting
                                         : " ") +
                    vocabulary[random() % vocabulary.size()];
        }
        return text;
    };
    std::size_t total = 0;
    for (int round = 0; round < 500; ++round) {
        constexpr int count = 6;
        std::vector<LexiconEntry> entries;
        entries.reserve(count);
        for (int n = 0; n < count; ++n) {
            entries.push_back(entry(phrase(3, " "), "/laɪ/"));
        }
        const Lexicon lexicon = make_lexicon(entries);
        const std::string spoken = phrase(30, ", ");
        std::vector<std::string> spans;
        std::size_t end = 0;
        for (const Pronunciation& pronunciation :
             find_pronunciations(spoken, std::vector<const PronunciationSource*>{&lexicon})) {
            EXPECT_GE(pronunciation.begin, end);
            end = pronunciation.end;
            spans.push_back(spoken.substr(pronunciation.begin, end - pronunciation.begin));
        }
        EXPECT_EQ(spans, by_trying(spoken, entries)) << spoken;
        total += spans.size();
    }
    EXPECT_GT(total, 1000U);
}

} // namespace
} // namespace recital
