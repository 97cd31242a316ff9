// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/strings.h"
#include "text/heteronyms/heteronyms.h"
#include "text/phonemes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>

namespace recital {
namespace {

using namespace testing_support;

std::filesystem::path tables() {
    return std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "heteronyms" / "en";
}

const Heteronyms& heteronyms() {
    static const Heteronyms all(tables(), "en-US", english_phonemes());
    return all;
}

/// A sentence with one word in braces.
struct Example {
    std::string text;
    std::size_t begin = 0;
};

Example example_of(std::string text) {
    const std::size_t open = text.find('{');
    text.erase(open, 1);
    text.erase(text.find('}'), 1);
    return {text, open};
}

std::string sense_in(const std::string& marked) {
    const auto [text, begin] = example_of(marked);
    const auto words = split_words(text);
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (words[n].begin == begin) {
            return std::string(heteronyms().sense_of(text, words, n));
        }
    }
    return {};
}

/// How many of the sentences of a table have the sense that it says, of a hundred.
double share_right(const char* table) {
    std::size_t right = 0;
    const auto rows =
        read_data_table(std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "text" / table, 3, 3);
    for (const DataRow& row : rows) {
        const std::string sense = sense_in(row.cells[2]);
        EXPECT_FALSE(sense.empty()) << row.place.to_string() << " is not a heteronym";
        right += static_cast<std::size_t>(sense == row.cells[1]);
    }
    return 100.0 * static_cast<double>(right) / static_cast<double>(rows.size());
}

TEST(Heteronyms, AreSaidInTheSenseOfTheSentence) {
    EXPECT_GE(share_right("heteronyms.tsv"), 95.0);
    EXPECT_GE(share_right("heteronyms_more.tsv"), 95.0);
}

TEST(Heteronyms, AreSaidInTheSenseOfSentencesThatNoRuleWasMadeFor) {
    EXPECT_GE(share_right("heteronyms_unseen.tsv"), 95.0);
}

std::string pronounced(std::string_view tag, std::string_view spoken) {
    const PhonemeTable phonemes(phonemes_folder(), tag);
    const Heteronyms all(tables(), tag, phonemes);
    const PronunciationSource* const source = &all;
    std::string found;
    for (const Pronunciation& pronunciation : find_pronunciations(spoken, {&source, 1})) {
        found += found.empty() ? "" : " ";
        found += std::string(spoken.substr(pronunciation.begin, pronunciation.end - pronunciation.begin)) +
                 "=" + pronunciation.phonemes;
    }
    return found;
}

TEST(Heteronyms, TakeTheEndingS) {
    EXPECT_EQ(pronounced("en-US", "Her records and the record's sleeve."),
              "records=r'Ek3dz record's=r'Ek3dz");
    EXPECT_EQ(pronounced("en-US", "She records an opera."), "records=rIk'O@dz");
}

TEST(Heteronyms, MayDifferBetweenVoices) {
    EXPECT_EQ(pronounced("en-US", "They produce films."), "produce=pr@d'u:s");
    EXPECT_EQ(pronounced("en-GB", "They produce films."), "produce=pr@dj'u:s");
}

TEST(Heteronyms, HaveAPronunciationInEverySense) {
    for (const DataRow& row : read_data_table(tables() / "words.tsv", 5, 4)) {
        EXPECT_NO_THROW((void)english_phonemes().read(row.cells[3], SoundRange::own, row.place))
            << row.place.to_string();
    }
}

} // namespace
} // namespace recital
