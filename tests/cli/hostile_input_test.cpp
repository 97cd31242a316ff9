// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

std::string repeated(std::size_t count, std::string_view text) {
    std::string all;
    all.reserve(count * text.size());
    for (std::size_t n = 0; n < count; ++n) {
        all += text;
    }
    return all;
}

constexpr std::size_t deep = 100000;

std::string nested(std::string_view open, std::string_view content, std::string_view close) {
    return repeated(deep, open) + std::string(content) + repeated(deep, close);
}

std::string row(const std::string& text) {
    return "{\"name\":\"Valentin Baktybekova\",\"text\":" + text + "}\n";
}

std::string page(const std::string& body) {
    return "<html><body>" + body + "</body></html>";
}

const std::string prose = "Valentin Baktybekova was a composer. She wrote songs all her life.";

/// A file, given beside a good one, that once ended or held up the run.
struct HostileFile {
    std::string name; ///< of the file, and without its signs of the test
    std::string content;
    std::string message; ///< what the program says of it; empty if it becomes a book
};

void PrintTo(const HostileFile& file, std::ostream* out) {
    *out << file.name;
}

class HostileInput : public testing::TestWithParam<HostileFile> {};

// Recursive parsers and destructors ran out of stack, others compared everything with everything.
TEST_P(HostileInput, CostsNoOtherBook) {
    const auto& [name, content, message] = GetParam();
    const Workshop workshop;
    workshop.write(name, content);
    workshop.write("good.txt", petrenko);
    const Outcome outcome = workshop.render({name, "good.txt", "--dry-run", "-q"});
    EXPECT_EQ(outcome.exit_code, message.empty() ? 0 : 1) << outcome.err.substr(0, 1000);
    EXPECT_THAT(outcome.out, HasSubstr("\"musician\":\"Bekzat Petrenko\""));
    EXPECT_THAT(outcome.err, HasSubstr(message));
    if (!message.empty()) {
        EXPECT_THAT(outcome.err, HasSubstr(name));
    }
}

const std::vector<HostileFile>& deep_files() {
    static const std::vector<HostileFile> files = {
        {"text-in-lists.jsonl", row(nested("[", "\"a\"", "]")), ":1: this line nests more than 100"},
        {"name-in-lists.jsonl", "{\"text\":\"" + prose + "\",\"name\":" + nested("[", "\"a\"", "]") + "}\n",
         ":1: this line nests more than 100"},
        {"unused-in-lists.jsonl", "{\"text\":\"" + prose + "\",\"x\":" + nested("[", "", "]") + "}\n",
         ":1: this line nests more than 100"},
        {"objects.jsonl", row(nested("{\"a\":", "1", "}")), ":1: this line nests more than 100"},
        {"brackets.jsonl", repeated(deep, "["), ":1: this line nests more than 100"},
        {"brackets-in-text.jsonl", row("\"" + nested("[", prose, "]") + "\""), ""},
        {"dotted-keys.md", "+++\n" + repeated(deep, "a.") + "b = 1\n+++\n\n" + prose, ""},
        {"dotted-table.md", "+++\n[" + repeated(deep, "a.") + "b]\nc = 1\n+++\n\n" + prose, ""},
        {"dotted-array.md", "+++\n[[" + repeated(deep, "a.") + "b]]\nc = 1\n+++\n\n" + prose, ""},
        {"quoted-keys.md", "+++\n" + repeated(deep, "\"a\".") + "b = 1\n+++\n\n" + prose, ""},
        {"arrays.md", "+++\nx = " + nested("[", "", "]") + "\n+++\n\n" + prose, ""},
        {"lists.md", "---\nx: " + nested("[", "", "]") + "\n---\n\n" + prose, ""},
        {"brackets.md", nested("[", prose, "]"), ":1: a paragraph holds more than 2000 opening brackets"},
        {"pictures.md", "One\n\n" + repeated(deep, "![a](") + prose, ":3: a paragraph holds more than 2000"},
        {"links.md", repeated(deep, "[a](b") + prose, ":1: a paragraph holds more than 2000"},
        {"wide-table.md",
         repeated(deep, "|a") + "\n" + repeated(deep, "|-") + "\n" + repeated(deep, "|\n") + prose,
         ":2: a table has more than 128 columns"},
        {"quotes.md", repeated(deep, "> ") + prose, ""},
        {"items.md", repeated(deep, "- ") + prose, ""},
        {"font.html", page(repeated(deep, "<font>") + prose + repeated(deep, "</b>")),
         ":1: more than 2000 elements are open"},
        {"divisions.html", page("\n" + nested("<div>", prose, "</div>")),
         ":2: more than 2000 elements are open"},
        {"tables.html", page(nested("<table><tr><td>", prose, "</td></tr></table>")),
         ":1: more than 2000 elements are open"},
        {"never-closed.csv", "name,text\nA,\"" + repeated(deep, "<div>") + "<p>" + prose + "\"\n",
         ":2: more than 2000 elements are open"},
        {"brackets.tsv", "name\ttext\nA\t" + nested("[", prose, "]") + "\n", ""},
        {"parentheses.txt", prose + "\n\nShe said " + nested("(", "this", ")") + ".\n", ""},
        {"quotations.txt", prose + "\n\nShe said " + nested("\u201C", "this", "\u201D") + ".\n", ""},
        {"corners.txt", prose + "\n\nShe said " + nested("\u300C", "this", "\u300D") + ".\n", ""}};
    return files;
}

std::string name_of_test(const testing::TestParamInfo<HostileFile>& info) {
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(),
        [](char sign) { return std::isalnum(static_cast<unsigned char>(sign)) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Nested, HostileInput, testing::ValuesIn(deep_files()), name_of_test);

// What a run that was stopped in the middle has in its folder may have been damaged in any way.
TEST(HostileInput, DeepJsonBesideABookCostsNoVerification) {
    const Workshop workshop;
    workshop.write("good.txt", petrenko);
    ASSERT_EQ(workshop.render({"good.txt", "--subtitles", "json"}).exit_code, 0);
    const auto subtitles = workshop.books() / "Bekzat Petrenko.json";
    const std::string content = content_of(subtitles);
    const std::string damaged =
        content.substr(0, content.find("\"sentences\"")) + "\"sentences\":" + repeated(deep, "[");
    workshop.write("books/Bekzat Petrenko.json", damaged);
    const Outcome outcome = workshop.recital({"verify", (workshop.books() / "Bekzat Petrenko.m4b").string()});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.out, HasSubstr("Bekzat Petrenko.json: line 1: is damaged: nests more than 100"));
}

} // namespace
} // namespace recital
