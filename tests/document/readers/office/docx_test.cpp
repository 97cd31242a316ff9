// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "document/read.h"
#include "document/readers/office/docx.h"
#include "document/readers/office/reading_error.h"
#include "support/outline_text.h"
#include "support/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

using testing::HasSubstr;
using testing_support::outline_text;
using testing_support::zip;
using testing_support::ZipFiles;

const std::string word =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:r='urn:r' xmlns:mc='urn:mc' xmlns:wps='urn:wps' xmlns:wp='urn:wp' xmlns:v='urn:v'";

/// The styles that the examples use.
const std::string docx_styles =
    "<w:styles" + word +
    ">"
    "<w:style w:type='paragraph' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl "
    "w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Heading2'><w:name w:val='heading 2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Titel1De'><w:name w:val='Überschrift 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='ChapterHead'><w:name w:val='Chapter Head'/><w:basedOn "
    "w:val='Heading1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='HeadLike'><w:name w:val='Head Like'/><w:basedOn "
    "w:val='Heading1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Section'><w:name w:val='Section'/><w:pPr><w:outlineLvl "
    "w:val='2'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Title'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Subtitle'><w:name w:val='Subtitle'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Caption'><w:name w:val='caption'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='ListNumber'><w:name w:val='List "
    "Number'/><w:pPr><w:numPr><w:numId "
    "w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='character' w:styleId='Emphasis'><w:name "
    "w:val='Emphasis'/><w:rPr><w:i/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Hidden'><w:name "
    "w:val='Hidden'/><w:rPr><w:vanish/></w:rPr></w:style>"
    "</w:styles>";

std::string level(int number, const std::string& format, const std::string& text,
                  const std::string& more = {}) {
    return "<w:lvl w:ilvl='" + std::to_string(number) + "'><w:start w:val='1'/><w:numFmt w:val='" + format +
           "'/><w:lvlText w:val='" + text + "'/>" + more + "</w:lvl>";
}

std::string list(int id, int definition, const std::string& more = {}) {
    return "<w:num w:numId='" + std::to_string(id) + "'><w:abstractNumId w:val='" +
           std::to_string(definition) + "'/>" + more + "</w:num>";
}

/// 1 and 6: "1." and "a)"; 2: bullets; 3: "Chapter 1"; 4: "I" and "1.1"; 5: from 7.
const std::string numbering =
    "<w:numbering" + word + "><w:abstractNum w:abstractNumId='10'>" + level(0, "decimal", "%1.") +
    level(1, "lowerLetter", "%2)") + "</w:abstractNum><w:abstractNum w:abstractNumId='11'>" +
    level(0, "bullet", "\xEF\x82\xB7") + "</w:abstractNum><w:abstractNum w:abstractNumId='12'>" +
    level(0, "decimal", "Chapter %1") + "</w:abstractNum><w:abstractNum w:abstractNumId='13'>" +
    level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
    "</w:abstractNum><w:abstractNum w:abstractNumId='14'>" + level(0, "decimal", "%1.") + "</w:abstractNum>" +
    list(1, 10) + list(2, 11) + list(3, 12) + list(4, 13) +
    list(5, 14, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride>") + list(6, 10) +
    "</w:numbering>";

const std::string types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";

ZipFiles docx_parts(const std::string& body) {
    return {{"[Content_Types].xml", types},
            {"word/document.xml", "<w:document" + word + "><w:body>" + body + "</w:body></w:document>"},
            {"word/styles.xml", docx_styles},
            {"word/numbering.xml", numbering}};
}

std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string docx_error(const std::string& bytes) {
    return reading_error(bytes, "a.docx");
}

TEST(ReadDocx, ReadsTheExamples) {
    for (const DataRow& row :
         read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/document/docx.tsv", 3, 3)) {
        const Outline outline = read_docx(zip(docx_parts(row.cells[1])), "a.docx");
        EXPECT_EQ(outline_text(outline), row.cells[2]) << row.place.to_string() << ": " << row.cells[0];
    }
}

TEST(ReadDocx, ReadsCaptionsIfAsked) {
    ReadOptions options;
    options.captions = true;
    const std::string caption =
        "<w:p><w:pPr><w:pStyle w:val='Caption'/></w:pPr><w:r><w:t>A harp</w:t></w:r></w:p>";
    EXPECT_EQ(outline_text(read_docx(zip(docx_parts(caption)), "a.docx", options)), "A harp");
}

TEST(ReadDocx, CountsParagraphsAsLines) {
    const Outline outline =
        read_docx(zip(docx_parts(paragraph("One.") + "<w:p/>" + paragraph("Two."))), "a.docx");
    ASSERT_EQ(outline.blocks.size(), 2U);
    EXPECT_EQ(outline.blocks[1].line, 3U);
}

TEST(ReadDocx, TakesItsProperties) {
    ZipFiles files = docx_parts(paragraph("Mara Vell was a pianist."));
    files.emplace_back("docProps/core.xml",
                       "<cp:coreProperties xmlns:cp='urn:cp' xmlns:dc='urn:dc' xmlns:dcterms='urn:t'>"
                       "<dc:title>The Harp</dc:title><dc:creator>Ilan Roth</dc:creator>"
                       "<dc:language>en-GB</dc:language><dc:description>A life.</dc:description>"
                       "<dcterms:created>2019-05-03T10:00:00Z</dcterms:created></cp:coreProperties>");
    const Outline outline = read_docx(zip(files), "a.docx");
    EXPECT_EQ(outline.title, "The Harp");
    EXPECT_EQ(outline.author, "Ilan Roth");
    EXPECT_EQ(outline.language, "en-GB");
    EXPECT_EQ(outline.description, "A life.");
    EXPECT_EQ(outline.date, "2019-05-03");
}

TEST(ReadDocx, PrefersTheTitleOfTheTextToThatOfTheFile) {
    ZipFiles files =
        docx_parts("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Mara Vell</w:t></w:r></w:p>" +
                   paragraph("She sang."));
    files.emplace_back("docProps/core.xml", "<p xmlns:dc='urn:dc'><dc:title>Template</dc:title></p>");
    EXPECT_EQ(read_docx(zip(files), "a.docx").title, "Mara Vell");
}

TEST(ReadDocx, DoesNotTakeTheNameOfAFileForATitle) {
    ZipFiles files = docx_parts(paragraph("She sang."));
    files.emplace_back("docProps/core.xml",
                       "<p xmlns:dc='urn:dc'><dc:title>Microsoft Word - draft3.doc</dc:title></p>");
    EXPECT_EQ(read_docx(zip(files), "a.docx").title, "");
}

TEST(ReadDocx, FollowsTheRelationshipToTheText) {
    const ZipFiles files = {
        {"[Content_Types].xml", types},
        {"_rels/.rels",
         "<Relationships><Relationship "
         "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
         "Target='/word/document2.xml'/></Relationships>"},
        {"word/document2.xml",
         "<w:document" + word + "><w:body>" + paragraph("She sang.") + "</w:body></w:document>"}};
    EXPECT_EQ(outline_text(read_docx(zip(files), "a.docx")), "She sang.");
}

TEST(ReadDocx, IsKnownByItsContentWhateverItsName) {
    const std::string bytes = zip(docx_parts(paragraph("Mara Vell was a pianist. She sang.")));
    for (const char* name : {"a.docx", "a", "a.txt", "a.bin"}) {
        const Document document = read_document(bytes, name);
        EXPECT_EQ(document.sections.at(0).paragraphs.at(0).text, "Mara Vell was a pianist. She sang.")
            << name;
    }
}

TEST(ReadDocx, WarnsOfTablesAndOfPartsThatAreNotRead) {
    const Outline outline =
        read_docx(zip(docx_parts(paragraph("She sang.") + "<w:tbl><w:tr><w:tc>" + paragraph("1901") +
                                 "</w:tc></w:tr></w:tbl><w:altChunk r:id='x'/><w:altChunk r:id='y'/>")),
                  "a.docx");
    ASSERT_EQ(outline.diagnostics.size(), 2U);
    EXPECT_THAT(outline.diagnostics[0].message, HasSubstr("a table is not read aloud"));
    EXPECT_THAT(outline.diagnostics[1].message, HasSubstr("another document inside this one"));
}

TEST(ReadDocx, RepairsWronglyDecodedText) {
    const Outline outline = read_docx(
        zip(docx_parts(paragraph("She played DvoÅ™Ã¡k – and Janáček, who wasnâ€™t there."))), "a.docx");
    EXPECT_EQ(outline_text(outline), "She played Dvořák – and Janáček, who wasn’t there.");
    ASSERT_EQ(outline.diagnostics.size(), 1U);
    EXPECT_EQ(outline.diagnostics[0].place.line, 0U);
}

TEST(ReadDocx, RefusesWhatIsBroken) {
    ZipFiles without_text = docx_parts("");
    without_text[1].first = "word/document.bin.xml";
    EXPECT_THAT(docx_error(zip(without_text)), HasSubstr("has no word/document.xml"));
    ZipFiles broken = docx_parts("");
    broken[1].second = "<w:document><w:body>";
    EXPECT_THAT(docx_error(zip(broken)), HasSubstr("not well-formed"));
    const std::string whole = zip(docx_parts(paragraph("She sang.")));
    EXPECT_NE(docx_error(whole.substr(0, whole.size() / 3)), "");
}

/// Every level of elements takes stack.
TEST(ReadDocx, RefusesElementsThatAreNestedDeeply) {
    std::string open;
    std::string close;
    for (int n = 0; n < 100000; ++n) {
        open += "<w:sdt><w:sdtContent>";
        close += "</w:sdtContent></w:sdt>";
    }
    EXPECT_THAT(docx_error(zip(docx_parts(open + close))), HasSubstr("not well-formed"));
}

/// 80 MB of the same letter are packed into 80 kB.
TEST(ReadDocx, RefusesWhatUnpacksToMoreThanAnyBook) {
    EXPECT_THAT(docx_error(zip(docx_parts(paragraph(std::string(80'000'000, 'a'))))),
                HasSubstr("unpacks to more than"));
}

} // namespace
} // namespace recital
