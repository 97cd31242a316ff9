// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/phoneme_table.h"
#include "text/phonemes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using namespace testing_support;

const SourcePlace place{"lexicon.tsv", 7};

std::string phonemes(std::string_view pronunciation, SoundRange range = SoundRange::own) {
    return english_phonemes().read(pronunciation, range, place).text;
}

std::string error(std::string_view pronunciation, SoundRange range = SoundRange::own) {
    return error_of([&] { (void)english_phonemes().read(pronunciation, range, place); });
}

TEST(PhonemeTable, TakesTheLongestSymbol) {
    EXPECT_EQ(phonemes("/ˈdvɔːrʒɑːk/"), "dv'O@ZA:k");
    EXPECT_EQ(phonemes("/tʃaɪˈkɒfski/"), "tSaIk'0fski");
    EXPECT_EQ(phonemes("/ˈleɪtər/"), "l'eIt3");
}

TEST(PhonemeTable, SeparatesSoundsThatCouldBeReadAsOne) {
    EXPECT_EQ(phonemes("/ˈneɪ.ɪd/"), "n'eI|Id");
    EXPECT_EQ(phonemes("/ˈhɒtˌʃɒt/"), "h'0t|S,0t");
    EXPECT_EQ(phonemes("/ˈliː.ər/"), "l'i:|3");
}

TEST(PhonemeTable, GivesAWordWithoutAMarkItsStress) {
    EXPECT_EQ(phonemes("/bɑːx/"), "b'A:x");
    EXPECT_EQ(phonemes("/kɑːrl bɑːx/"), "k,A@l b'A:x");
    EXPECT_EQ(phonemes("/fən ˈkærəjæn/"), "f@n k'ar@jan");
    EXPECT_EQ(phonemes("/fɒn ˈsuːpeɪ/"), "f0n s'u:peI");
}

TEST(PhonemeTable, KnowsTheEndingOfEverySound) {
    const auto ending = [](std::string_view pronunciation) {
        return english_phonemes().read(pronunciation, SoundRange::own, place).ending;
    };
    EXPECT_EQ(ending("/lɪst/"), "s");
    EXPECT_EQ(ending("/bɑːx/"), "s");
    EXPECT_EQ(ending("/straʊs/"), "Iz");
    EXPECT_EQ(ending("/ˈdʒɔːrdʒ/"), "Iz");
    EXPECT_EQ(ending("/ˈhændəl/"), "z");
    EXPECT_EQ(ending("/ˈvɜːrdi/"), "z");
}

// The row of a foreign sound with its stress, "ˈa", took the first letter of "ˈaɪ".
TEST(PhonemeTable, KeepsDiphthongsAfterAStressWhole) {
    for (const SoundRange range : {SoundRange::own, SoundRange::foreign}) {
        EXPECT_EQ(phonemes("/ˈaɪlɪʃ/", range), "'aIlIS");
        EXPECT_EQ(phonemes("/ˈaʊər/", range), "'aU|3");
        EXPECT_EQ(phonemes("/ˈɔɪlər/", range), "'OIl3");
        EXPECT_EQ(phonemes("/ˈɔːtəm/", range), "'O:t@m");
        EXPECT_EQ(phonemes("/ˈuːzi/", range), "'u:zi");
    }
    EXPECT_EQ(phonemes("/ˈaida/", SoundRange::foreign), "'aId@");
}

TEST(PhonemeTable, AcceptsForeignSoundsOnlyIfAllowed) {
    EXPECT_EQ(phonemes("/ˈɲandu/", SoundRange::foreign), "nj'A:ndu:");
    EXPECT_THAT(error("/ˈɲandu/"),
                AllOf(HasSubstr("lexicon.tsv:7"), HasSubstr("'ɲ'"), HasSubstr("/ˈɲandu/")));
}

// The speech engine crashed.
TEST(PhonemeTable, RefusesWhatIsLongerThanTheEngineCanSay) {
    std::string respelling = "LAH";
    std::string ipa = "/";
    for (int n = 0; n < 200; ++n) {
        respelling += "-lah";
        ipa += "lɑː";
    }
    EXPECT_THAT(error(respelling), AllOf(HasSubstr("lexicon.tsv:7"), HasSubstr("is too long")));
    EXPECT_THAT(error(ipa + "/"), AllOf(HasSubstr("lexicon.tsv:7"), HasSubstr("is too long")));
}

TEST(PhonemeTable, SaysWhatItCannotRead) {
    EXPECT_THAT(error("/b%d/"), AllOf(HasSubstr("lexicon.tsv:7"), HasSubstr("'%'")));
    EXPECT_THAT(error("/bæd"), HasSubstr("second slash"));
    EXPECT_THAT(error("/"), HasSubstr("second slash"));
    EXPECT_THAT(error("//"), HasSubstr("no vowel"));
    EXPECT_THAT(error("/ʃ/"), HasSubstr("no vowel"));
}

TEST(PhonemeTable, IsEmptyForALanguageWithoutTables) {
    EXPECT_TRUE(PhonemeTable(phonemes_folder(), "tlh").is_empty());
    EXPECT_FALSE(PhonemeTable(phonemes_folder(), "en-GB").is_empty());
}

TEST(Respelling, IsReadAsPeopleWriteIt) {
    EXPECT_EQ(phonemes("DVOR-zhahk"), phonemes("/ˈdvɔːrʒɑːk/"));
    EXPECT_EQ(phonemes("sahn-TEE-ah-go"), phonemes("/sɑːnˈtiː.ɑːɡoʊ/"));
    EXPECT_EQ(phonemes("ba-SHIR"), phonemes("/bəˈʃɪər/"));
    EXPECT_EQ(phonemes("chy-KOF-skee"), phonemes("/tʃaɪˈkɒfski/"));
    EXPECT_EQ(phonemes("RAKH-mah-NEE-nof"), phonemes("/ˌræxmɑːˈniːnɒf/"));
    EXPECT_EQ(phonemes("SHOH-pan"), phonemes("/ˈʃoʊpæn/"));
    EXPECT_EQ(phonemes("yo-YO mah"), phonemes("/joʊˈjoʊ mɑː/"));
    EXPECT_EQ(phonemes("list"), phonemes("/lɪst/"));
}

TEST(Respelling, SaysWhichSyllableItCannotRead) {
    EXPECT_THAT(error("dvor-zhahk"), AllOf(HasSubstr("lexicon.tsv:7"), HasSubstr("stressed syllable")));
    EXPECT_THAT(error("DVOR-zhhk"), AllOf(HasSubstr("lexicon.tsv:7"), HasSubstr("'zhhk'")));
    EXPECT_THAT(error("DVORAHK-a"), HasSubstr("'DVORAHK'"));
    EXPECT_THAT(error("DVOR-"), HasSubstr("''"));
    EXPECT_THAT(error("DVÓR-AK"), HasSubstr("'DVÓR'"));
}

} // namespace
} // namespace recital
