// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/unspeakable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::HasSubstr;

std::string repeated(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t n = 0; n < count; ++n) {
        all += text;
    }
    return all;
}

struct Example {
    const char* name;
    std::string text;
    std::string read;    ///< what is left of it
    std::string warning; ///< empty if nothing is removed
};

void PrintTo(const Example& example, std::ostream* out) {
    *out << example.name;
}

class Unspeakable : public testing::TestWithParam<Example> {};

TEST_P(Unspeakable, IsRemovedWithAWarning) {
    std::vector<Block> blocks = {{Block::Kind::paragraph, 0, GetParam().text, 7}};
    std::vector<Diagnostic> warnings;
    drop_unspeakable(blocks, "a.txt", warnings);
    EXPECT_EQ(blocks.empty() ? "" : blocks.front().text, GetParam().read);
    ASSERT_EQ(warnings.size(), GetParam().warning.empty() ? 0U : 1U);
    if (!warnings.empty()) {
        EXPECT_THAT(warnings.front().to_string(), HasSubstr("a.txt:7: " + GetParam().warning));
    }
}

std::string name_of_test(const testing::TestParamInfo<Example>& example) {
    return example.param.name;
}

const std::string base64 = "iVBORw0KGgoAAAANSUhEUgAAAAUA8x2f9AAABJRU5ErkJggg1x0y9z8w7v6u5t4s3r2q1p0";

INSTANTIATE_TEST_SUITE_P(
    Words, Unspeakable,
    testing::Values(
        Example{"long", "She wrote " + repeated(300, "a") + " once.", "She wrote once.",
                "a word of 300 letters is not read"},
        Example{"atTheLimit", "She " + repeated(100, "a") + " it.", "She " + repeated(100, "a") + " it.", ""},
        Example{"placeName",
                "In Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu.",
                "In Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu.",
                ""},
        Example{"cyrillic", "Она " + repeated(200, "жё") + " пела.", "Она пела.",
                "a word of 400 letters is not read"},
        Example{"devanagari", repeated(300, "क") + " है", "है", "a word of 300 letters is not read"},
        Example{"withApostrophes", "a " + repeated(200, "o’") + "o b", "a b",
                "a word of 201 letters is not read"},
        Example{"atTheEnd", "She wrote " + repeated(300, "a") + ".", "She wrote.",
                "a word of 300 letters is not read"},
        Example{"inQuotationMarks", "She wrote “" + repeated(300, "a") + "” once.", "She wrote “” once.",
                "a word of 300 letters is not read"},
        Example{"alone", repeated(300, "a"), "", "a word of 300 letters is not read"},
        Example{"several", repeated(300, "a") + " and " + repeated(200, "b") + " and c", "and and c",
                "a word of 300 letters is not read (and 1 more in this paragraph)"},
        Example{"chainOfHyphens", repeated(500, "word-") + "end", repeated(500, "word-") + "end", ""},
        Example{"romanNumeral", "Part " + repeated(500, "M"), "Part", "a word of 500 letters is not read"},
        Example{"chinese", repeated(500, "他是音乐家"), repeated(500, "他是音乐家"), ""},
        Example{"thai", repeated(500, "นักดนตรี"), repeated(500, "นักดนตรี"), ""}),
    name_of_test);

INSTANTIATE_TEST_SUITE_P(
    Numbers, Unspeakable,
    testing::Values(Example{"long", "It has " + repeated(1000, "7") + " parts.", "It has parts.",
                            "a number of 1000 digits is not read"},
                    Example{"decimals", "About 3." + repeated(1000, "1") + ".", "About.",
                            "a number of 1001 digits is not read"},
                    Example{"groups", "It has 1" + repeated(100, ",000") + " parts.", "It has parts.",
                            "a number of 301 digits is not read"},
                    Example{"arabicDigits", repeated(200, "٣") + " x", "x",
                            "a number of 200 digits is not read"},
                    Example{"fiftyDigits", repeated(50, "7") + ".", repeated(50, "7") + ".", ""},
                    Example{"manyYears", repeated(50, "1901–") + "1902", repeated(50, "1901–") + "1902", ""}),
    name_of_test);

INSTANTIATE_TEST_SUITE_P(
    Signs, Unspeakable,
    testing::Values(
        Example{"exclamationMarks", "Bravo" + repeated(5000, "!") + " they cried.", "Bravo! they cried.",
                "a row of 5000 signs is not read"},
        Example{"questions", "What" + repeated(100, "?!") + " they cried.", "What? they cried.",
                "a row of 200 signs is not read"},
        Example{"atSigns", "a " + repeated(100, "@") + " b", "a b", "a row of 100 signs is not read"},
        Example{"emoji", "a " + repeated(100, "🎵") + " b", "a b", "a row of 100 signs is not read"},
        Example{"ellipsis", "Well" + repeated(10, "…") + " he said.",
                "Well" + repeated(10, "…") + " he said.", ""},
        Example{"accents", "a" + repeated(5000, "\u0301") + "b", "a" + repeated(8, "\u0301") + "b",
                "a heap of 5000 accents is not read"},
        Example{"fewAccents", repeated(30, "a\u0301\u0302 "), repeated(30, "a\u0301\u0302 "), ""}),
    name_of_test);

INSTANTIATE_TEST_SUITE_P(
    Data, Unspeakable,
    testing::Values(Example{"base64", "See " + base64 + " here.", "See here.",
                            "encoded data of 71 characters is not read"},
                    Example{"linesOfBase64", base64 + " " + base64 + " end", "end",
                            "encoded data of 71 characters is not read (and 1 more in this paragraph)"},
                    Example{"dataAddress", "See data:image/png;base64," + repeated(10, base64) + ".", "See.",
                            "encoded data of 732 characters is not read"},
                    Example{"address", "See https://example.org/" + repeated(400, "a1b2c/-") + ".",
                            "See https://example.org.", "an address of 2820 characters is not read"},
                    Example{"addressInParentheses",
                            "See (https://example.org/" + repeated(400, "a1b2c/-") + ").",
                            "See (https://example.org).", "an address of 2820 characters is not read"},
                    Example{"shortAddress",
                            "See https://example.org/a/long/but/still/bearable/path?query=7 now.",
                            "See https://example.org/a/long/but/still/bearable/path?query=7 now.", ""},
                    Example{"mail", "Write " + repeated(60, "abcd.") + "e@example.org now.", "Write now.",
                            "an address of 313 characters is not read"}),
    name_of_test);

TEST(Unspeakable, MovesEmphasesAlong) {
    const std::string word = repeated(300, "a");
    std::vector<Block> blocks = {{Block::Kind::paragraph, 0, "one " + word + " two three", 1, {}}};
    blocks.front().emphases = {{0, 3}, {2, 10}, {4, 304}, {300, 308}, {309, 314}};
    std::vector<Diagnostic> warnings;
    drop_unspeakable(blocks, "a.txt", warnings);
    ASSERT_EQ(blocks.front().text, "one two three");
    EXPECT_THAT(blocks.front().emphases,
                testing::ElementsAre(TextRange{0, 3}, TextRange{2, 4}, TextRange{4, 7}, TextRange{8, 13}));
}

TEST(Unspeakable, IsRemovedFromNames) {
    EXPECT_EQ(without_unspeakable("Mara " + repeated(300, "x") + " Vell"), "Mara Vell");
    EXPECT_EQ(without_unspeakable("Mara Vell"), "Mara Vell");
    EXPECT_EQ(without_unspeakable(repeated(300, "x")), "");
}

} // namespace
} // namespace recital
