// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "studio/job/file_name.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

TEST(SafeFileName, KeepsNamesAsTheyAreWritten) {
    for (const char* name :
         {"Bekzat Sánchez Pérez", "Дмитрий Шостакович", "武満徹", "Sofia Gubaidulina (1931–2025)",
          "Ludwig van Beethoven, Jr", "D'Angelo & Friends"}) {
        EXPECT_EQ(safe_file_name(name), name);
    }
}

TEST(SafeFileName, ComposesAccents) {
    EXPECT_EQ(safe_file_name("Sa\xCC\x81nchez"), "Sánchez");
}

TEST(SafeFileName, ReplacesWhatFileSystemsTripOver) {
    EXPECT_EQ(safe_file_name("AC/DC"), "AC-DC");
    EXPECT_EQ(safe_file_name("a\\b:c*d?e\"f<g>h|i"), "a-b-c-d-e-f-g-h-i");
    EXPECT_EQ(safe_file_name("tab\tline\nnul\x01"), "tab-line-nul-");
    EXPECT_EQ(safe_file_name("../../etc/passwd").find('/'), std::string::npos);
}

// "gpj.<U+202E>" before a name shows it backwards.
TEST(SafeFileName, DropsWhatTurnsTheDirectionOfWriting) {
    EXPECT_EQ(safe_file_name("Bekzat\u202E Petrenko\u202C"), "Bekzat Petrenko");
    EXPECT_EQ(safe_file_name("\u2067Bekzat\u2069\u200E\u200F\u061C"), "Bekzat");
    EXPECT_EQ(safe_file_name("\u202E..\u202C"), "untitled");
}

TEST(SafeFileName, IsNeverHiddenEmptyOrADevice) {
    EXPECT_EQ(safe_file_name(".hidden").front(), '_');
    EXPECT_EQ(safe_file_name("Trailing dots..."), "Trailing dots");
    EXPECT_EQ(safe_file_name("  Bekzat  "), "Bekzat");
    for (const char* name : {"", " ", ".", "..", "...", " . "}) {
        const std::string safe = safe_file_name(name);
        EXPECT_FALSE(safe.empty()) << '"' << name << '"';
        EXPECT_NE(safe.front(), '.') << '"' << name << '"';
    }
    for (const char* name : {"CON", "con", "Prn", "AUX", "nul", "COM1", "lpt9", "nul.m4b", "Con.temporary"}) {
        EXPECT_EQ(safe_file_name(name), std::string("_") + name);
    }
    EXPECT_EQ(safe_file_name("Conrad"), "Conrad");
    EXPECT_EQ(safe_file_name("COM"), "COM");
}

TEST(SafeFileName, CutsLongNamesOnACharacter) {
    std::string name = "x";
    while (name.size() < 400) {
        name += "é";
    }
    const std::string safe = safe_file_name(name);
    EXPECT_EQ(safe, name.substr(0, 199)); // 200 bytes at most, and 99 whole characters of two
    EXPECT_TRUE(is_utf8(safe_file_name("\xFF\xFE broken \xC3")));
}

TEST(SafeFileName, ChangesNothingTheSecondTime) {
    for (const char* name : {"AC/DC", ".hidden", "CON", " . ", "Trailing dots...", "Bekzat Sánchez Pérez"}) {
        const std::string once = safe_file_name(name);
        EXPECT_EQ(safe_file_name(once), once);
    }
}

} // namespace
} // namespace recital
