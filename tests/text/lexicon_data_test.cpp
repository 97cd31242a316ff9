// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "text/english.h"
#include "text/lexicon/lexicon.h"
#include "text/phonemes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

namespace recital {
namespace {

using namespace testing_support;

/// All entries of data/lexicon.
std::vector<LexiconEntry> all_entries() {
    std::vector<LexiconEntry> entries;
    const auto folder = std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "lexicon";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".tsv") {
            auto more = read_lexicon(file.path());
            entries.insert(entries.end(), more.begin(), more.end());
        }
    }
    return entries;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

TEST(LexiconData, IsFoundInASentence) {
    for (const LexiconEntry& entry : all_entries()) {
        if (!entry.context.empty()) {
            continue;
        }
        const Lexicon alone({&entry, 1}, "en-US", english_phonemes(), SoundRange::own);
        const std::vector<const PronunciationSource*> lexicons = {&alone};
        std::size_t found = 0;
        std::string spoken;
        for (const Sentence& sentence :
             read_aloud("They heard of " + entry.written + " and went.", english())) {
            spoken += sentence.spoken;
            found += find_pronunciations(sentence.spoken, lexicons).size();
        }
        EXPECT_EQ(found, 1U) << entry.place.to_string() << " " << entry.written << ": " << spoken;
    }
}

TEST(LexiconData, HasEachFormOnce) {
    EXPECT_GE(all_entries().size(), 1500U);
    std::map<std::pair<std::string, std::string>, SourcePlace> seen;
    for (const LexiconEntry& entry : all_entries()) {
        const auto [place, is_new] = seen.try_emplace({entry.written, entry.context}, entry.place);
        EXPECT_TRUE(is_new) << entry.written << " stands at " << place->second.to_string() << " and "
                            << entry.place.to_string();
    }
}

TEST(LexiconData, SaysTheNamesOfMusicians) {
    const auto entries = all_entries();
    const Lexicon lexicon(entries, "en-US", english_phonemes(), SoundRange::own);
    const std::vector<const PronunciationSource*> lexicons = {&lexicon};
    const auto path =
        std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "text" / "pronounced_musicians.tsv";
    for (const DataRow& row : read_data_table(path, 2, 2)) {
        const auto found = find_pronunciations(row.cells[0], lexicons);
        ASSERT_EQ(found.size(), 1U) << row.place.to_string();
        const auto& [begin, end, phonemes, entry, foreign, stated] = found.front();
        EXPECT_EQ(row.cells[0].substr(begin, end - begin) + "=" + phonemes, row.cells[1])
            << row.place.to_string();
    }
}

TEST(LexiconData, StressesEveryWordAtMostOnce) {
    for (const LexiconEntry& entry : all_entries()) {
        std::string_view rest = entry.pronunciation;
        while (!rest.empty()) {
            const auto space = rest.find(' ');
            EXPECT_LE(count(rest.substr(0, space), "ˈ"), 1U) << entry.place.to_string();
            rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
        }
    }
}

} // namespace
} // namespace recital
