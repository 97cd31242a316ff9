// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over tests/data/document/marks.tsv and pages.tsv, whose first lines say what their cells are.
#include "base/data_table.h"
#include "base/file.h"
#include "document/read.h"
#include "document/readers/records/records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace recital {

/// Names a row in the output of the tests.
static void PrintTo(const DataRow& row, std::ostream* out) {
    *out << row.place.to_string() << " " << row.cells[0];
}

namespace {

namespace fs = std::filesystem;

constexpr std::string_view between_paragraphs = " ¶ ";

std::vector<DataRow> rows_of(const char* file, std::size_t columns, std::size_t required) {
    return read_data_table(fs::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "document" / file, columns,
                           required);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string paragraphs_of(const Document& document) {
    std::string text;
    const auto add = [&text](const std::string& paragraph) {
        text += (text.empty() ? std::string() : std::string(between_paragraphs)) + paragraph;
    };
    for (const Section& section : document.sections) {
        if (!section.heading.empty()) {
            add("# " + section.heading);
        }
        for (const Paragraph& paragraph : section.paragraphs) {
            add((paragraph.heading ? "# " : "") + paragraph.text);
        }
    }
    return text;
}

/// A test per row, named by its line.
std::string line_of(const testing::TestParamInfo<DataRow>& info) {
    return "line" + std::to_string(info.param.place.line);
}

class Marks : public testing::TestWithParam<DataRow> {};

TEST_P(Marks, AreNotRead) {
    const auto& cells = GetParam().cells;
    if (cells[1].find(between_paragraphs) == std::string::npos) {
        EXPECT_EQ(read_body_line(cells[1]), cells[2]) << cells[0];
    }
    ReadOptions options;
    options.musician = "Mara Bell";
    const std::string text = replaced(cells[1], between_paragraphs, "\n\n") + "\n";
    EXPECT_EQ(paragraphs_of(read_document(text, "bell.txt", options)), cells[2]) << cells[0];
}

INSTANTIATE_TEST_SUITE_P(Rows, Marks, testing::ValuesIn(rows_of("marks.tsv", 3, 3)), line_of);

/// Puts the paragraphs of prose, which the head of pages.tsv defines, in place of "$1" to "$3".
std::string with_prose(std::string text) {
    static const std::vector<std::string> prose = [] {
        std::vector<std::string> paragraphs;
        const std::string file =
            read_file(fs::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "document" / "pages.tsv");
        for (const std::string_view sign : {"#   $1 ", "#   $2 ", "#   $3 "}) {
            const auto begin = file.find(sign) + sign.size();
            paragraphs.push_back(file.substr(begin, file.find('\n', begin) - begin));
        }
        return paragraphs;
    }();
    for (std::size_t n = 0; n < prose.size(); ++n) {
        text = replaced(std::move(text), "$" + std::to_string(n + 1), prose[n]);
    }
    return text;
}

Document read_row_of_dump(const std::string& content, const std::string& extension) {
    const fs::path path = fs::path(testing::TempDir()) / ("furniture-test." + extension);
    std::ofstream(path) << content;
    RecordReader reader(path, {}, {});
    return std::get<Document>(reader.next()->content);
}

class Pages : public testing::TestWithParam<DataRow> {};

TEST_P(Pages, AreReadWithoutTheirFurniture) {
    const auto& cells = GetParam().cells;
    const std::string content = with_prose(replaced(cells[2], "\\n", "\n"));
    ReadOptions options;
    options.musician = "Mara Bell";
    const Document document = cells[1] == "jsonl" ? read_row_of_dump(content, cells[1])
                                                  : read_document(content, "bell." + cells[1], options);
    EXPECT_EQ(paragraphs_of(document), with_prose(cells[3])) << cells[0];
    const std::string& quoted = cells[4];
    EXPECT_TRUE(quoted.empty() || std::any_of(document.diagnostics.begin(), document.diagnostics.end(),
                                              [&quoted](const Diagnostic& diagnostic) {
                                                  return diagnostic.message.find(quoted) != std::string::npos;
                                              }))
        << cells[0] << ": no diagnostic quotes \"" << quoted << '"';
}

INSTANTIATE_TEST_SUITE_P(Rows, Pages, testing::ValuesIn(rows_of("pages.tsv", 5, 4)), line_of);

} // namespace
} // namespace recital
