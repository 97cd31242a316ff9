// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over tests/data/document/structure; the README of tests/data/document says how a row is written.
#include "base/file.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/epub_page.h"
#include "document/read.h"
#include "document/readers/records/records.h"
#include "support/scratch_folder.h"
#include "support/zip.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <ostream>
#include <vector>

namespace recital {
namespace {

/// The paragraphs that rows call {A} to {D}; each takes more than ten seconds to speak.
constexpr std::array<std::string_view, 4> prose = {
    "Mira Aldane was a harpist who lived by the river all her life. Her mother taught her the first songs, "
    "and "
    "the miller's daughters sang the second voice until they married and left the valley.",
    "The winters were long, and the harp was often out of tune. She played for weddings, for funerals and "
    "for "
    "the fair, and she wrote down every tune that a traveller could sing to her twice.",
    "In the capital nobody knew her name. A dealer printed forty of her tunes without it, and the orchestra "
    "played them for years before somebody asked the old porter who had made them.",
    "Her pupils kept the songs alive. One of them recorded the whole book on a borrowed machine, in a "
    "kitchen "
    "with the windows shut, and gave the tapes to the library of the town."};

struct Example {
    std::string name;
    std::string type;
    std::string source;
    std::string expected;
};

void PrintTo(const Example& example, std::ostream* out) {
    *out << example.source;
}

/// Resolves \n, \t, \\, \uXXXX and {A} to {D}.
std::string written_out(std::string_view cell) {
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const std::string_view rest = cell.substr(at);
        if (rest.size() > 2 && rest[0] == '{' && rest[1] >= 'A' && rest[1] <= 'D' && rest[2] == '}') {
            text += prose.at(static_cast<std::size_t>(rest[1] - 'A'));
            at += 2;
        } else if (rest.size() > 5 && rest.starts_with("\\u")) {
            std::uint32_t code_point = 0;
            std::from_chars(rest.data() + 2, rest.data() + 6, code_point, 16);
            append_utf8(text, char32_t{code_point});
            at += 5;
        } else if (rest.size() > 1 && rest[0] == '\\') {
            text += rest[1] == 'n' ? '\n' : (rest[1] == 't' ? '\t' : rest[1]);
            ++at;
        } else {
            text += rest[0];
        }
    }
    return text;
}

/// A book of lines "nav FILE TITLE" and "file FILE", the latter followed by the body of the file.
std::string epub_of(std::string_view source) {
    std::string links;
    std::string items;
    std::string spine;
    testing_support::ZipFiles files = {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
         "full-path='book.opf'/></rootfiles></container>"}};
    while (!source.empty()) {
        std::string_view line = cut_front(source, '\n');
        const std::string_view word = cut_front(line, ' ');
        if (word == "nav") {
            const std::string_view file = cut_front(line, ' ');
            links += fmt::format("<li><a href='{}'>{}</a></li>", file, line);
        } else if (word == "file") {
            std::string_view body = source.substr(0, source.find("\nfile "));
            source.remove_prefix(std::min(source.size(), body.size() + 1));
            items += fmt::format("<item id='i{0}' href='{0}' media-type='application/xhtml+xml'/>", line);
            spine += fmt::format("<itemref idref='i{}'/>", line);
            files.emplace_back(line, epub_page(std::string(body)));
        }
    }
    files.emplace_back("nav.xhtml", epub_page("<nav epub:type='toc'><ol>" + links + "</ol></nav>"));
    files.emplace_back(
        "book.opf",
        "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
        "<dc:title>Mira Aldane</dc:title><dc:language>en</dc:language></metadata><manifest>"
        "<item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>" +
            items + "</manifest><spine>" + spine + "</spine></package>");
    return testing_support::zip(files);
}

Document read_example(const Example& example) {
    const std::string source = written_out(example.source);
    if (example.type == "jsonl") {
        const testing_support::ScratchFolder folder;
        const auto path = folder.path() / "rows.jsonl";
        std::ofstream(path) << source << "\n";
        RecordReader reader(path, {}, {});
        return std::get<Document>(reader.next().value().content);
    }
    return read_document(example.type == "epub" ? epub_of(source) : source, "Mira Aldane." + example.type);
}

/// Chapters as the rows write them.
std::string chapters_of(const Document& document) {
    std::string text;
    for (const Section& section : document.sections) {
        text += text.empty() ? "" : " ";
        text += fmt::format("{}[{}]", section.heading.empty() ? "~" : "", section.title);
        bool separate = false;
        for (const Paragraph& paragraph : section.paragraphs) {
            text += paragraph.heading ? " # " : (separate ? " ¶ " : " ");
            text += paragraph.text;
            separate = true;
        }
    }
    return text;
}

std::vector<Example> examples() {
    std::vector<Example> examples;
    for (const char* file :
         {"plain_headings", "marked_headings", "one_title", "titles", "rejoined", "pages"}) {
        const std::string text =
            read_file(std::string(RECITAL_SOURCE_DIR "/tests/data/document/structure/") + file + ".tsv");
        for (std::string_view rest = text; !rest.empty();) {
            std::string_view line = cut_front(rest, '\n');
            if (!line.empty() && !line.starts_with('#')) {
                Example example;
                for (std::string* cell : {&example.name, &example.type, &example.source, &example.expected}) {
                    *cell = cut_front(line, '\t');
                }
                std::replace(example.name.begin(), example.name.end(), '-', '_');
                examples.push_back(std::move(example));
            }
        }
    }
    return examples;
}

class StructureExample : public testing::TestWithParam<Example> {};

TEST_P(StructureExample, IsReadAsExpected) {
    EXPECT_EQ(chapters_of(read_example(GetParam())), written_out(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(Rows, StructureExample, testing::ValuesIn(examples()),
                         [](const auto& row) { return row.param.name; });

} // namespace
} // namespace recital
