// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "document/marks/stated_pronunciations.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

namespace recital {
namespace {

/// "kind name=written (language)" of each pronunciation in a text, separated by "; ".
std::string stated(const std::string& text) {
    constexpr std::array<std::string_view, 4> kinds = {"ipa", "respelling", "alike", "rhyme"};
    std::string found;
    for (const StatedPronunciation& pronunciation :
         stated_pronunciations({{Block::Kind::paragraph, 0, text, 1}})) {
        found += found.empty() ? "" : "; ";
        found += kinds.at(static_cast<std::size_t>(pronunciation.kind));
        found += ' ' + pronunciation.name + '=' + pronunciation.written;
        found += pronunciation.language.empty() ? "" : " (" + pronunciation.language + ")";
    }
    return found;
}

TEST(StatedPronunciations, AreFoundInTheExamples) {
    const auto path = std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "document" /
                      "stated_pronunciations.tsv";
    const auto rows = read_data_table(path, 2, 1);
    ASSERT_GT(rows.size(), 20U);
    for (const DataRow& row : rows) {
        EXPECT_EQ(stated(row.cells[0]), row.cells[1]) << row.place.to_string();
    }
}

} // namespace
} // namespace recital
