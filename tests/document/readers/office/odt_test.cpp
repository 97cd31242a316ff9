// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "document/read.h"
#include "document/readers/office/odt.h"
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

const std::string spaces = " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                           "xmlns:text='urn:text' xmlns:style='urn:style' "
                           "xmlns:fo='urn:fo' xmlns:draw='urn:draw' xmlns:table='urn:table' "
                           "xmlns:svg='urn:svg' xmlns:xlink='urn:xlink' "
                           "xmlns:dc='urn:dc' xmlns:meta='urn:meta' xmlns:number='urn:number'";

const std::string media_type = "application/vnd.oasis.opendocument.text";

/// The styles that the examples use. Headings of the third level are numbered.
const std::string odt_styles =
    "<office:styles>"
    "<style:style style:name='Heading_20_1' style:display-name='Heading 1' style:family='paragraph'/>"
    "<style:style style:name='Heading_20_2' style:display-name='Heading 2' style:family='paragraph' "
    "style:default-outline-level='2'/>"
    "<style:style style:name='Title' style:family='paragraph'/>"
    "<style:style style:name='Illustration' style:family='paragraph' style:parent-style-name='Caption'/>"
    "<text:outline-style><text:outline-level-style text:level='3' style:num-format='1'/></text:outline-style>"
    "</office:styles>";

const std::string automatic_styles =
    "<office:automatic-styles><number:number-style><number:text>x</number:text></number:number-style>"
    "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Heading_20_2'/>"
    "<style:style style:name='T1' style:family='text'><style:text-properties "
    "fo:font-style='italic'/></style:style>"
    "<style:style style:name='T2' style:family='text' style:parent-style-name='T1'/>"
    "<style:style style:name='T3' style:family='text'><style:text-properties style:text-position='super "
    "58%'/></style:style>"
    "<style:style style:name='T4' style:family='text'><style:text-properties "
    "text:display='none'/></style:style>"
    "<style:style style:name='T5' style:family='text'><style:text-properties "
    "fo:font-weight='bold'/></style:style>"
    "<text:list-style style:name='L1'>"
    "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
    "<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')' "
    "text:display-levels='2'/></text:list-style>"
    "<text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' text:bullet-char='x'/>"
    "</text:list-style></office:automatic-styles>";

ZipFiles odt_parts(const std::string& body) {
    return {
        {"mimetype", media_type},
        {"content.xml", "<office:document-content" + spaces + ">" + automatic_styles +
                            "<office:body><office:text>" + body +
                            "</office:text></office:body></office:document-content>"},
        {"styles.xml", "<office:document-styles" + spaces + ">" + odt_styles + "</office:document-styles>"}};
}

std::string odt_error(const std::string& bytes) {
    return reading_error(bytes, "a.odt");
}

TEST(ReadOdt, ReadsTheExamples) {
    for (const DataRow& row :
         read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/document/odt.tsv", 3, 3)) {
        const Outline outline = read_odt(zip(odt_parts(row.cells[1])), "a.odt");
        EXPECT_EQ(outline_text(outline), row.cells[2]) << row.place.to_string() << ": " << row.cells[0];
    }
}

TEST(ReadOdt, TakesItsProperties) {
    ZipFiles files = odt_parts("<text:p>Mara Vell was a pianist.</text:p>");
    files.emplace_back("meta.xml",
                       "<office:document-meta" + spaces +
                           "><office:meta><dc:title>The Harp</dc:title><meta:initial-creator>Ilan "
                           "Roth</meta:initial-creator><dc:creator>Typist</dc:creator>"
                           "<dc:language>en</dc:language><meta:creation-date>2019-05-03T10:00:00"
                           "</meta:creation-date><dc:date>2020-01-01T00:00:00</dc:date>"
                           "</office:meta></office:document-meta>");
    const Outline outline = read_odt(zip(files), "a.odt");
    EXPECT_EQ(outline.title, "The Harp");
    EXPECT_EQ(outline.author, "Ilan Roth");
    EXPECT_EQ(outline.language, "en");
    EXPECT_EQ(outline.date, "2019-05-03");
}

TEST(ReadOdt, ReadsTheFormOfASingleFile) {
    const std::string flat =
        "<?xml version='1.0'?><office:document" + spaces + " office:mimetype='" + media_type +
        "'><office:meta><dc:creator>Ilan Roth</dc:creator></office:meta>" + odt_styles + automatic_styles +
        "<office:body><office:text><text:h text:outline-level='1'>Youth</text:h><text:p>Mara Vell "
        "sang.</text:p></office:text></office:body></office:document>";
    EXPECT_TRUE(looks_like_odt(flat));
    const Outline outline = read_odt(flat, "a.fodt");
    EXPECT_EQ(outline_text(outline), "#1 Youth | Mara Vell sang.");
    EXPECT_EQ(outline.author, "Ilan Roth");
}

TEST(ReadOdt, IsKnownByItsContentWhateverItsName) {
    const std::string bytes = zip(odt_parts("<text:p>Mara Vell was a pianist. She sang.</text:p>"));
    for (const char* name : {"a.odt", "a", "a.txt", "a.epub"}) {
        EXPECT_EQ(read_document(bytes, name).sections.at(0).paragraphs.at(0).text,
                  "Mara Vell was a pianist. She sang.")
            << name;
    }
}

TEST(ReadOdt, NamesThePasswordOfAProtectedDocument) {
    ZipFiles files = odt_parts("<text:p>She sang.</text:p>");
    files.emplace_back("META-INF/manifest.xml", "<manifest:encryption-data/>");
    EXPECT_THAT(odt_error(zip(files)), HasSubstr("protected with a password"));
}

TEST(ReadOdt, RefusesWhatIsBroken) {
    EXPECT_THAT(odt_error(zip({{"mimetype", media_type}})), HasSubstr("has no content.xml"));
    EXPECT_THAT(odt_error(zip({{"mimetype", media_type}, {"content.xml", "<a>"}})),
                HasSubstr("not well-formed"));
}

} // namespace
} // namespace recital
