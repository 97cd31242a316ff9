// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

std::string only_block(std::string_view text) {
    const Outline outline = read_markdown(text, "a.md");
    return outline.blocks.size() == 1 ? outline.blocks.front().text : std::string();
}

TEST(ReadMarkdown, TreatsNullAsEmpty) {
    EXPECT_EQ(read_markdown("---\nartist: null\ntitle: ~\n---\nText.", "a.md").musician, "");
    EXPECT_EQ(read_markdown("---\nartist: null\ntitle: ~\n---\nText.", "a.md").title, "");
    EXPECT_EQ(read_markdown("---\nartist: \"Null\"\n---\nText.", "a.md").musician, "Null");
}

TEST(ReadMarkdown, KeepsSubscriptsAndSuperscripts) {
    EXPECT_EQ(only_block("H~2~O, and ~~gone *far* gone~~ not ~~this~~ so."), "H2O, and not so.");
    EXPECT_EQ(only_block("20 m^2^ of text^3^, 10^6^."), "20 m\u00B2 of text, 10\u2076.");
    EXPECT_EQ(only_block("ma^n^y and 2 ^ 3 ^ 4"), "many and 2 ^ 3 ^ 4");
}

std::vector<std::string> texts_of(const Outline& outline) {
    std::vector<std::string> texts;
    for (const Block& block : outline.blocks) {
        texts.push_back(std::to_string(block.line) + (block.kind == Block::Kind::heading ? "# " : ": ") +
                        block.text);
    }
    return texts;
}

TEST(ReadMarkdown, ReadsTextAndLeavesOutCodeTablesAndPictures) {
    const Outline outline =
        read_markdown("# Life\n\nHe *was* born[^1] in &Aacute;rp&aacute;d **street**.\nSecond line.\n\n"
                      "- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n> Quoted.\n\n"
                      "![picture](x.png)\n\n<div>raw</div>\n\n[^1]: Note.\n",
                      "a.md");
    EXPECT_THAT(texts_of(outline),
                testing::ElementsAre("1# Life", "3: He was born in Árpád street. Second line.", "6: one",
                                     "7: two", "17: Quoted.", "21: raw"));
    EXPECT_EQ(outline.diagnostics.size(), 1U);
}

TEST(ReadMarkdown, TakesFrontMatterInYaml) {
    const Outline outline =
        read_markdown("---\nmusician: \"Béla Bartók\" # whom\nid: wd-1\nauthor:\n  - Halsey Stevens\n"
                      "date: 1953\ntags: [music]\npart: 2\n---\n\nText.\n",
                      "a.md");
    EXPECT_EQ(outline.musician, "Béla Bartók");
    EXPECT_EQ(outline.id, "wd-1");
    EXPECT_EQ(outline.author, "Halsey Stevens");
    EXPECT_EQ(outline.date, "1953");
    EXPECT_EQ(outline.part, 2);
    EXPECT_THAT(texts_of(outline), testing::ElementsAre("11: Text."));
}

TEST(ReadMarkdown, TakesFrontMatterInToml) {
    const Outline outline = read_markdown(
        "+++\nmusician = \"Clara Schumann\"\ndate = 1985-05-01\npart = 3\n+++\nText.\n", "a.md");
    EXPECT_EQ(outline.musician, "Clara Schumann");
    EXPECT_EQ(outline.date, "1985-05-01");
    EXPECT_EQ(outline.part, 3);
    const Outline broken = read_markdown("+++\nmusician = \n+++\nText.\n", "a.md");
    ASSERT_EQ(broken.diagnostics.size(), 1U);
    EXPECT_EQ(broken.diagnostics[0].place.line, 2U);
    EXPECT_THAT(texts_of(broken), testing::ElementsAre("4: Text."));
}

TEST(ReadMarkdown, DoesNotTakeARuleForFrontMatter) {
    EXPECT_THAT(texts_of(read_markdown("---\n\nText.\n\n---\n", "a.md")), testing::ElementsAre("3: Text."));
}

} // namespace
} // namespace recital
