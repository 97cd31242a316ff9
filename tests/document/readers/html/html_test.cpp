// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

std::vector<std::string> texts_of(std::string_view html) {
    std::vector<std::string> texts;
    for (const Block& block : read_html(html, "a.html").blocks) {
        texts.push_back(
            (block.kind == Block::Kind::heading ? "# " : (block.kind == Block::Kind::line ? "| " : "")) +
            block.text);
    }
    return texts;
}

TEST(ReadHtml, ReadsParagraphsHeadingsVerseAndLists) {
    EXPECT_THAT(
        texts_of("<html><body><h2>CHAPTER I<br>THE <i>TOUR</i></h2><p>He\nplayed <b>on</b>.<p>Then <q>so</q>."
                 "<p>One,<br>two.</p><ul><li>First</li><li>Second</li></ul><blockquote>Quoted.</blockquote>"),
        testing::ElementsAre("# CHAPTER I\nTHE TOUR", "He played on.", "Then “so”.", "| One,", "| two.",
                             "| First", "| Second", "Quoted."));
}

TEST(ReadHtml, LeavesOutWhatIsNotReadAloud) {
    EXPECT_THAT(
        texts_of(
            "<body><nav><p>Home</p></nav><script>x()</script><p>Text<sup>3</sup>, more"
            "<a href='#n1'>[4]</a> on p. <a href='#p9'>9</a>.<span class='pagenum'>12</span></p>"
            "<table><tr><td>1</td></tr></table><figure><img alt='x'><figcaption>Seen.</figcaption></figure>"
            "<p style='display:none'>Hidden</p><div class='x reflist'><p>Ref.</p></div>"
            "<p><a href='#r1'>4</a> The note.</p><p>End.</p>"),
        testing::ElementsAre("Text, more on p. 9.", "End."));
    EXPECT_THAT(
        texts_of(
            "<p>H<sub>2</sub>O, 5 m<sup>2</sup>, 10<sup>6</sup>, text<sup>3</sup>, 1801<sup>4</sup></p>"),
        testing::ElementsAre("H2O, 5 m\u00B2, 10\u2076, text, 1801"));
    EXPECT_THAT(texts_of("<p>The 19<sup>th</sup> century</p>"), testing::ElementsAre("The 19th century"));
}

TEST(ReadHtml, ReadsATableThatLaysOutThePage) {
    const std::string prose(300, 'a');
    EXPECT_THAT(texts_of("<table><tr><td><p>" + prose + "</p></td></tr></table>"),
                testing::ElementsAre(prose));
}

TEST(ReadHtml, ReadsMetadataFromTheHead) {
    const Outline outline =
        read_html("<html lang='de'><head><title>Clara\n Schumann</title><meta name='author' "
                  "content='Berthold Litzmann'><meta name='description' content='A life'></head>"
                  "<body><p>Text</p></body></html>",
                  "a.html");
    EXPECT_EQ(outline.title, "Clara Schumann");
    EXPECT_EQ(outline.author, "Berthold Litzmann");
    EXPECT_EQ(outline.language, "de");
    EXPECT_EQ(outline.description, "A life");
}

TEST(ReadHtml, CaptionsAreReadOnRequest) {
    EXPECT_EQ(read_html_with_captions(
                  "<figure><img alt='The organ'><figcaption>In 1850.</figcaption></figure>", "a")
                  .blocks.size(),
              2U);
}

TEST(DeclaredEncoding, IsFoundInMetaAndXml) {
    EXPECT_EQ(declared_encoding("<meta charset=\"ISO-8859-2\">"), "iso-8859-2");
    EXPECT_EQ(declared_encoding("<?xml version='1.0' encoding='windows-1250'?>"), "windows-1250");
    EXPECT_EQ(declared_encoding("<meta content='text/html; charset=koi8-r' />"), "koi8-r");
    EXPECT_EQ(declared_encoding("plain"), "");
}

} // namespace
} // namespace recital
