// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/strings.h"
#include "text/lexicon/printed_ipa.h"
#include "text/lexicon/spelling_match.h"
#include "text/phonemes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::ElementsAre;
using namespace testing_support;

const SpellingMatch& spelling() {
    static const SpellingMatch match(phonemes_folder() / "sound_groups.tsv");
    return match;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    for (const std::string_view word : split(text, ' ')) {
        found.emplace_back(word);
    }
    return found;
}

/// "written=ipa" of what belongs together.
std::string aligned(std::string_view name, std::string_view ipa) {
    const auto written = words(name);
    const auto spoken = words(ipa);
    std::string text;
    for (const MatchedWords& match : spelling().align(written, spoken).words) {
        text += text.empty() ? "" : " ";
        for (std::size_t n = match.begin; n < match.end; ++n) {
            text += written[n];
        }
        text += '=';
        for (std::size_t n = match.first_spoken; n < match.end_spoken; ++n) {
            text += spoken[n];
        }
    }
    return text;
}

std::vector<std::string> printed(std::string_view ipa, std::string_view language = {}) {
    static const PrintedIpa table(phonemes_folder() / "printed_ipa.tsv");
    return table.words(ipa, language, spelling());
}

TEST(SpellingMatch, FindsTheWordsOfAPronunciation) {
    const auto path =
        std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "text" / "pronunciations_of_names.tsv";
    const auto rows = read_data_table(path, 3, 2);
    ASSERT_GT(rows.size(), 40U);
    for (const DataRow& row : rows) {
        EXPECT_EQ(aligned(row.cells[0], row.cells[1]), row.cells[2]) << row.place.to_string();
    }
}

TEST(PrintedIpa, IsReducedToKnownSounds) {
    EXPECT_THAT(printed("d(ə)ˈvɔːrʒɑːk, -ʒæk"), ElementsAre("dˈvɔːrʒɑːk"));
    EXPECT_THAT(printed("ˈkɑː(r)tə(r)"), ElementsAre("ˈkɑːrtər"));
    EXPECT_THAT(printed("fɔ̄láʃādé ādú"), ElementsAre("fɔlaʃˈade", "ˈadu"));
    EXPECT_THAT(printed("ʒɑ̃‿iv"), ElementsAre("ʒɑ̃", "iv"));
    EXPECT_THAT(printed("'bɛla ~ bela"), ElementsAre("ˈbɛla"));
}

TEST(PrintedIpa, GetsItsStressByTheLanguage) {
    EXPECT_THAT(printed("dəbysi", "fr"), ElementsAre("dəbysˈi"));
    EXPECT_THAT(printed("sakamoto"), ElementsAre("sakamˈoto"));
    EXPECT_THAT(printed("ɡriːɡ"), ElementsAre("ɡriːɡ"));
}

} // namespace
} // namespace recital
