// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/epub_page.h"
#include "document/read.h"
#include "document/readers/epub/epub.h"
#include "document/structure/chapters.h"
#include "support/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace recital {
namespace {

using testing::ElementsAre;
using Files = testing_support::ZipFiles;

/// A sentence of words of that letter, as long as a paragraph is.
std::string sentence_of(char letter) {
    std::string text(300, letter);
    for (std::size_t blank = 5; blank < text.size(); blank += 6) {
        text[blank] = ' ';
    }
    return text + letter + ".";
}

const std::string prose = "<p>" + sentence_of('a') + "</p>";

/// A book whose files stand in another order than its spine.
Files epub3() {
    return {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
         "full-path='OPS/book.opf'/></rootfiles></container>"},
        {"OPS/b.xhtml", epub_page("<h1>Two</h1>" + prose + "<h2 id='s'>Two and a half</h2>" + prose +
                                  "<aside epub:type='footnote' id='n'><p>Not said.</p></aside>")},
        {"OPS/a%20b.xhtml", ""},
        {"OPS/a b.xhtml",
         epub_page("<section><h1>One</h1><p>Begins<a epub:type='noteref' href='b.xhtml#n'>1</a>.</p>" +
                   prose + "</section>")},
        {"OPS/img/cover.jpg", "JPEG"},
        {"OPS/nav.xhtml",
         epub_page(
             "<nav epub:type='landmarks'><ol><li><a href='b.xhtml'>Wrong</a></li></ol></nav>"
             "<nav epub:type='toc'><ol><li><a href='a%20b.xhtml'>One</a></li><li><a href='b.xhtml'>Two</a>"
             "<ol><li><a href='b.xhtml#s'>Two and a half</a></li></ol></li></ol></nav>")},
        {"OPS/book.opf",
         "<package xmlns='http://www.idpf.org/2007/opf' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
         "<dc:title>The Life of Clara Schumann</dc:title><dc:creator>Berthold Litzmann</dc:creator>"
         "<dc:language>en-GB</dc:language><dc:date>1913-01-01T00:00:00Z</dc:date><dc:rights>Public "
         "domain</dc:rights>"
         "</metadata><manifest><item id='b' href='b.xhtml'/><item id='a' href='a%20b.xhtml'/>"
         "<item id='n' href='nav.xhtml' properties='nav'/><item id='c' href='img/cover.jpg' "
         "properties='cover-image'/>"
         "</manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"}};
}

Files epub2() {
    return {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>"},
        {"text/1.html", epub_page("<p>" + sentence_of('b') + "</p><p id='p2'>" + sentence_of('c') + "</p>")},
        {"cover.png", "PNG"},
        {"toc.ncx",
         "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>Part "
         "One</text></navLabel>"
         "<content src='text/1.html'/><navPoint><navLabel><text>Youth</text></navLabel><content "
         "src='text/1.html'/>"
         "</navPoint><navPoint><navLabel><text>Fame</text></navLabel><content "
         "src='text/1.html#p2'/></navPoint>"
         "</navPoint></navMap></ncx>"},
        {"book.opf", "<package xmlns='http://www.idpf.org/2007/opf' "
                     "xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
                     "<dc:title>Fame</dc:title><meta name='cover' "
                     "content='cov'/></metadata><manifest><item id='t' href='text/1.html'/>"
                     "<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/><item "
                     "id='cov' href='cover.png'/></manifest>"
                     "<spine toc='ncx'><itemref idref='t'/></spine></package>"}};
}

std::vector<std::string> titles_of(const Document& document) {
    std::vector<std::string> titles;
    for (const Section& section : document.sections) {
        titles.push_back(section.title);
    }
    return titles;
}

Files without(Files files, const std::string& name) {
    std::erase_if(files, [&name](const auto& file) { return file.first == name; });
    return files;
}

Files with(Files files, const std::string& name, const std::string& content) {
    files = without(std::move(files), name);
    files.emplace_back(name, content);
    return files;
}

TEST(ReadEpub, ReadsVersion3InTheOrderOfItsSpine) {
    const Document document = read_document(testing_support::zip(epub3()), "clara.epub");
    EXPECT_THAT(titles_of(document), ElementsAre("One", "Two"));
    EXPECT_EQ(document.musician, "Clara Schumann");
    EXPECT_EQ(document.author, "Berthold Litzmann");
    EXPECT_EQ(document.language, "en-GB");
    EXPECT_EQ(document.date, "1913-01-01");
    EXPECT_EQ(document.rights, "Public domain");
    EXPECT_EQ(document.cover, "JPEG");
    EXPECT_EQ(document.sections[0].paragraphs[0].text, "Begins.");
    for (const Paragraph& paragraph : document.sections[1].paragraphs) {
        EXPECT_EQ(paragraph.text.find("Not said"), std::string::npos);
    }
}

// A page that the spine names 100,000 times became days of sound.
TEST(ReadEpub, ReadsEachPageOnce) {
    std::string package;
    for (const auto& [name, content] : epub2()) {
        package = name == "book.opf" ? content : package;
    }
    const std::string reference = "<itemref idref='t'/>";
    package.replace(package.find(reference), reference.size(), reference + reference + reference);
    const auto once = read_document(testing_support::zip(epub2()), "clara.epub");
    const auto thrice = read_document(testing_support::zip(with(epub2(), "book.opf", package)), "clara.epub");
    EXPECT_EQ(titles_of(thrice), titles_of(once));
    EXPECT_EQ(thrice.sections.front().paragraphs.size(), once.sections.front().paragraphs.size());
}

// Shops write web pages into descriptions; their tags showed in players, and the publisher was not read.
TEST(ReadEpub, ReadsPublisherAndDescriptionWithoutMarkup) {
    const auto read_with = [](const std::string& description) {
        Files files = epub2();
        std::string& package = files.back().second;
        package.insert(package.find("<meta "), "<dc:publisher>Breitkopf &amp; Härtel</dc:publisher>"
                                               "<dc:description>" +
                                                   description + "</dc:description>");
        return read_document(testing_support::zip(files), "a.epub");
    };
    const Document document = read_with("&lt;p&gt;Long &lt;b&gt;text&lt;/b&gt; of&amp;nbsp;Clara&lt;/p&gt;"
                                        "&lt;p class=\"x\"&gt;&amp;amp; Robert.&lt;/p&gt;");
    EXPECT_EQ(document.publisher, "Breitkopf & Härtel");
    EXPECT_EQ(document.description, "Long text of Clara & Robert.");
    EXPECT_EQ(read_with("<![CDATA[Long <b>text</b>]]>").description, "Long text");
    EXPECT_EQ(read_with("Works with n &lt; 3 &amp; m &gt; 2").description, "Works with n < 3 & m > 2");
}

TEST(ReadEpub, NamesAllAuthors) {
    const auto author_of = [](const std::string& creators) {
        Files files = epub2();
        std::string& package = files.back().second;
        package.insert(package.find("<meta "), creators);
        return read_epub(testing_support::zip(files), "a.epub").author;
    };
    EXPECT_EQ(
        author_of("<dc:creator>Bekzat Petrenko</dc:creator><dc:creator>Valentin Baktybekova</dc:creator>"
                  "<dc:creator>Bekzat Petrenko</dc:creator>"),
        "Bekzat Petrenko, Valentin Baktybekova");
    EXPECT_EQ(author_of("<dc:creator role='ill'>Bekzat Petrenko</dc:creator>"
                        "<dc:creator role='aut'>Valentin Baktybekova</dc:creator>"),
              "Valentin Baktybekova");
    EXPECT_EQ(author_of("<dc:creator role='edt'>Bekzat Petrenko</dc:creator>"), "Bekzat Petrenko");
    EXPECT_EQ(author_of(""), "");
}

TEST(ReadEpub, ReadsVersion2WithNestedNavigation) {
    ReadOptions options;
    options.chapters = parse_chapter_plan("h2");
    const Document document = read_document(testing_support::zip(epub2()), "fame.epub", options);
    EXPECT_THAT(titles_of(document), ElementsAre("Part One: Youth", "Part One: Fame"));
    EXPECT_EQ(document.cover, "PNG");
}

// Many makers set headings as paragraphs, and split them over two.
TEST(ReadEpub, TakesAParagraphThatRepeatsTheNavigationForItsHeading) {
    Files files = epub2();
    files[2].second = epub_page("<p class='chapter'>Part One</p><p>Youth</p><p>" + sentence_of('b') +
                                "</p><p id='p2' class='chapter'>FAME</p><p>" + sentence_of('c') +
                                "</p><p>Fame has a price.</p>");
    const Document document = read_document(testing_support::zip(files), "book.epub");
    EXPECT_THAT(titles_of(document), ElementsAre("Part One: Youth", "Part One: Fame"));
    EXPECT_EQ(document.sections[0].paragraphs.size(), 1U);
    ASSERT_EQ(document.sections[1].paragraphs.size(), 2U);
    EXPECT_EQ(document.sections[1].paragraphs[1].text, "Fame has a price.");
}

TEST(ReadEpub, IsRecognisedByItsContent) {
    EXPECT_EQ(read_document(testing_support::zip(epub3()), "-").title, "The Life of Clara Schumann");
}

void expect_refused(const Files& files, std::string_view because) {
    try {
        (void)read_epub(testing_support::zip(files), "a.epub");
        FAIL() << "a broken book was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_NE(std::string_view(error.what()).find(because), std::string_view::npos) << error.what();
    }
}

TEST(ReadEpub, NamesTheBrokenPart) {
    expect_refused(without(epub3(), "OPS/b.xhtml"), "no OPS/b.xhtml");
    expect_refused(without(epub3(), "META-INF/container.xml"), "no META-INF/container.xml");
    expect_refused(without(epub3(), "OPS/book.opf"), "no OPS/book.opf");
    expect_refused(with(epub3(), "OPS/book.opf", "<package><metadata></package>"),
                   "OPS/book.opf in it is not well-formed XML");
    expect_refused(with(epub3(), "mimetype", "application/zip"), "application/zip");
    expect_refused(with(epub3(), "META-INF/encryption.xml",
                        "<encryption><EncryptedData><CipherData><CipherReference "
                        "URI='OPS/b.xhtml'/></CipherData></EncryptedData></encryption>"),
                   "OPS/b.xhtml is encrypted");
    const std::string whole = testing_support::zip(epub3());
    EXPECT_THROW((void)read_epub(whole.substr(0, whole.size() / 2), "a.epub"), Error);
    EXPECT_THROW((void)read_epub("PK\x03\x04", "a.epub"), Error);
}

/// The archive as most makers write it: its names say that they are UTF-8.
std::string with_utf8_flags(std::string bytes) {
    const auto set = [&bytes](std::string_view signature, std::size_t flags) {
        for (auto at = bytes.find(signature); at != std::string::npos; at = bytes.find(signature, at + 4)) {
            bytes[at + flags + 1] = static_cast<char>(bytes[at + flags + 1] | 0x08);
        }
    };
    set("PK\x03\x04", 6);
    set("PK\x01\x02", 8);
    return bytes;
}

/// The book with its text in a file that the package refers to as `reference` and the archive names `name`.
Files with_text_at(const std::string& reference, const std::string& name) {
    Files files = epub2();
    files[2].first = "text/" + name;
    for (auto& [path, content] : files) {
        for (auto at = content.find("text/1.html"); at != std::string::npos;
             at = content.find("text/1.html")) {
            content.replace(at, 11, "text/" + reference);
        }
    }
    return files;
}

// Such files were passed over, and the book said to have lost them.
TEST(ReadEpub, FindsFilesWithNamesInAnyScriptAndNormalisationForm) {
    const std::vector<std::pair<std::string, std::string>> names = {
        {"глава.html", "глава.html"},
        {"%D0%B3%D0%BB%D0%B0%D0%B2%D0%B0.html", "глава.html"},
        {"Vořiṡek.html", "Vor\u030Ciṡek.html"},
        {"Vor\u030Ciṡek.html", "Vořiṡek.html"},
        {"chapter%201.html", "chapter%201.html"},
        {"%E7%AB%A0.html", "%E7%AB%A0.html"},
    };
    for (const auto& [reference, name] : names) {
        const std::string bytes = testing_support::zip(with_text_at(reference, name));
        EXPECT_EQ(read_epub(bytes, "a.epub").blocks.size(), 5U) << reference << " " << name;
        EXPECT_EQ(read_epub(with_utf8_flags(bytes), "a.epub").blocks.size(), 5U) << reference << " " << name;
    }
    EXPECT_EQ(
        read_epub(testing_support::zip(with_text_at("für.html", "f\x81r.html")), "a.epub").blocks.size(), 5U)
        << "CP437";
}

/// The EPUB 2 book with something else in place of the `meta` element that names its cover, and a page that
/// shows it.
Outline read_with_cover(const std::string& meta, const std::string& guide, const std::string& page_body) {
    Files files = epub2();
    std::string& package = files.back().second;
    const std::string usual = "<meta name='cover' content='cov'/>";
    package.replace(package.find(usual), usual.size(), meta);
    package.insert(package.find("</package>"), guide);
    files.emplace_back("text/cover.xhtml", epub_page(page_body));
    return read_epub(testing_support::zip(files), "a.epub");
}

TEST(ReadEpub, FindsTheCoverInEveryNotation) {
    const std::string guide = "<guide><reference type='toc' href='toc.ncx'/>"
                              "<reference type='cover' href='text/cover.xhtml'/></guide>";
    EXPECT_EQ(read_with_cover("<meta name='cover' content='cover.png'/>", "", "").cover, "PNG");
    EXPECT_EQ(read_with_cover("", guide, "<p><img src='../cover.png' alt=''/></p>").cover, "PNG");
    EXPECT_EQ(read_with_cover("<meta name='cover' content='none'/>", guide,
                              "<svg xmlns='http://www.w3.org/2000/svg' "
                              "xmlns:xlink='http://www.w3.org/1999/xlink'><image "
                              "xlink:href='../cover.png'/></svg>")
                  .cover,
              "PNG");
    EXPECT_EQ(read_with_cover("", "<guide><reference type='cover' href='cover.png'/></guide>", "").cover,
              "PNG");
}

TEST(ReadEpub, SaysWhichCoverItDidNotFind) {
    const std::string guide = "<guide><reference type='cover' href='text/cover.xhtml'/></guide>";
    for (const std::string body : {"<p>Cover</p>", "<img src='lost.png'/>", "<img"}) {
        const Outline outline = read_with_cover("", guide, body);
        EXPECT_EQ(outline.cover, "") << body;
        ASSERT_EQ(outline.diagnostics.size(), 1U) << body;
        EXPECT_NE(outline.diagnostics[0].message.find("text/cover.xhtml"), std::string::npos) << body;
    }
    EXPECT_TRUE(read_with_cover("", "", "").diagnostics.empty());
}

TEST(ReadEpub, ReadsBooksWithoutNavigation) {
    const Document document =
        read_document(testing_support::zip(with(epub3(), "OPS/nav.xhtml", "<html")), "a.epub");
    EXPECT_THAT(titles_of(document), ElementsAre("One", "Two"));
    EXPECT_EQ(std::count_if(
                  document.diagnostics.begin(), document.diagnostics.end(),
                  [](const Diagnostic& diagnostic) { return !diagnostic.message.starts_with("not read: "); }),
              1);
}

TEST(Epub, RepairsAndDecodesAsAsked) {
    Files files = epub3();
    for (auto& [name, content] : files) {
        if (name == "OPS/b.xhtml") {
            content = epub_page("<p>BÃ©la BartÃ³k came.</p>");
        }
    }
    const Outline repaired = read_epub(testing_support::zip(files), "a.epub");
    EXPECT_EQ(repaired.blocks.back().text, "Béla Bartók came.");
    ASSERT_FALSE(repaired.diagnostics.empty());
    EXPECT_EQ(repaired.diagnostics.front().place.file, "a.epub/OPS/b.xhtml");
    ReadOptions options;
    options.repair = false;
    EXPECT_EQ(read_epub(testing_support::zip(files), "a.epub", options).blocks.back().text,
              "BÃ©la BartÃ³k came.");
    for (auto& [name, content] : files) {
        if (name == "OPS/b.xhtml") {
            content = epub_page("<p>Anton\xEDn Dvo\xF8\xE1k came.</p>");
        }
    }
    options.encoding = "ISO-8859-2";
    EXPECT_EQ(read_epub(testing_support::zip(files), "a.epub", options).blocks.back().text,
              "Antonín Dvořák came.");
}

} // namespace
} // namespace recital
