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
        {"brackets.md", nested("[", prose, "]"), ":1: a paragraph contains more than 2000 opening brackets"},
        {"pictures.md", "One\n\n" + repeated(deep, "![a](") + prose,
         ":3: a paragraph contains more than 2000"},
        {"links.md", repeated(deep, "[a](b") + prose, ":1: a paragraph contains more than 2000"},
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

// A word of 300 letters failed the book, and a number of 10,000 digits kept the engine busy for minutes.
TEST(HostileInput, WhatNobodyCanSayIsSkipped) {
    const std::vector<std::string> variants = {
        repeated(300, "a"),
        repeated(150, "ab\u00E9"),
        repeated(300, "\u0436"),
        repeated(300, "\u0928"),
        repeated(10000, "7"),
        "3." + repeated(1000, "14"),
        "$" + repeated(500, "9"),
        repeated(300, "8") + "/" + repeated(300, "9"),
        repeated(500, "M"),
        "Bravo" + repeated(5000, "!"),
        "e" + repeated(5000, "\u0301"),
        "https://example.org/" + repeated(1000, "a1/-"),
        repeated(50, "iVBORw0KGgoAAAANSUhEUgAAAAUA8x2f9AAABJRU5ErkJggg"),
        repeated(1000, "\U0001F3B5"),
        repeated(1000, "don\u2019"),
        "data:image/png;base64," + repeated(500, "aB3d"),
    };
    std::string text = "# Valentin Baktybekova\n\n" + prose + "\n\n";
    for (const std::string& variant : variants) {
        text += "She wrote " + variant + " in a letter.\n\n";
    }
    text += "She wrote " + repeated(500, "\uD0C0\uC790-") + "\uB9C8 in a letter.\n\n";
    text += "She wrote " + repeated(2000, "word-") + "word in a letter.\n\n## " + repeated(300, "a") +
            "\n\nShe said \u201C" + repeated(300, "b") + "\u201D and left.\n";
    const Workshop workshop;
    workshop.write("a.md", text);
    const Outcome outcome = workshop.render({"a.md", "-q"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    for (std::size_t n = 0; n < variants.size(); ++n) {
        EXPECT_THAT(outcome.out, HasSubstr(fmt::format(R"("line":{},"message")", 5 + 2 * n)))
            << variants[n].substr(0, 50);
    }
    EXPECT_EQ(
        workshop.recital({"verify", (workshop.books() / "Valentin Baktybekova.m4b").string()}).exit_code, 0);
}

class NamelessSource : public testing::TestWithParam<const char*> {};

// The book had an empty title, which our own `verify` rejected, or was called "- -".
TEST_P(NamelessSource, IsNamedByTheNextEvidence) {
    const Workshop workshop;
    const std::string name = GetParam();
    const std::string text = "In the town there was a school, and many children learned to sing in it.";
    workshop.write("rows.jsonl", Json{{"name", name}, {"text", text}}.dump() + "\n");
    workshop.write("page/mara-vell.html",
                   "<html><head><title>" + name + "</title></head><body><p>" + text + "</p></body></html>");
    workshop.write("matter/mara-vell.md", "---\nmusician: \"" + name + "\"\n---\n\n" + text + "\n");
    for (const char* const source : {"rows.jsonl", "page/mara-vell.html", "matter/mara-vell.md"}) {
        const std::string book = source == std::string("rows.jsonl") ? "Rows.m4b" : "Mara Vell.m4b";
        EXPECT_EQ(workshop.render({source, "--announce", "none", "--cover", "none", "--overwrite"}).exit_code,
                  0);
        EXPECT_TRUE(std::filesystem::exists(workshop.books() / book)) << source;
        EXPECT_EQ(workshop.recital({"verify", (workshop.books() / book).string()}).exit_code, 0) << source;
        std::filesystem::remove_all(workshop.books());
    }
}

INSTANTIATE_TEST_SUITE_P(Names, NamelessSource,
                         testing::Values(" ", "\u00A0\u3000", "\u200B\u200D", "\u3164", "\u2800", "...",
                                         "\u2014", "***", "\u0301", "\uFE0F"));

class SourceWithoutWords : public testing::TestWithParam<const char*> {};

TEST_P(SourceWithoutWords, IsRefused) {
    const Workshop workshop;
    workshop.write("mara-vell.txt", GetParam());
    const Outcome outcome = workshop.render({"mara-vell.txt"});
    EXPECT_EQ(outcome.exit_code, 3) << outcome.out;
    EXPECT_THAT(outcome.err, HasSubstr("mara-vell.txt: the file contains nothing to speak"));
    EXPECT_TRUE(Workshop::files_below(workshop.books()).empty());
}

INSTANTIATE_TEST_SUITE_P(Texts, SourceWithoutWords,
                         testing::Values("| 1 | 2 |\n|---|---|\n| 3 | 4 |\n", "10 20\n30 40\n",
                                         "1 2 3.\n\n4 5 6.\n", "...\n\n!!! ???\n",
                                         "\U0001F3B5\U0001F3B5 \U0001F3BB\n", "\u200B\u200B\n",
                                         "\u0301\u0301\n", "+ - = % & @\n", "A.\n",
                                         "\u201C\u201D \u00AB\u00BB\n", "\uE000\uE001 \uE002\n"));

TEST(NamelessSource, IsRefusedIfNothingNamesAnybody) {
    const Workshop workshop;
    workshop.write("---.txt", "In the town there was a school, and many children learned to sing in it.");
    const Outcome outcome = workshop.render({"./---.txt"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("nothing says whom the text is about"));
    EXPECT_EQ(workshop.render({"./---.txt", "--musician", "Mara Vell"}).exit_code, 0);
}

TEST(NamelessSource, IsNotNamedByBlanksOnTheCommandLine) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    for (const char* const name : {" ", "\u200B", "..."}) {
        const Outcome outcome = workshop.render({"a.txt", "--musician", name});
        EXPECT_EQ(outcome.exit_code, 2);
        EXPECT_THAT(outcome.err, HasSubstr("--musician names nobody"));
    }
    ASSERT_EQ(workshop.render({"a.txt", "--metadata", "title=\u200B "}).exit_code, 0);
    EXPECT_EQ(workshop.recital({"verify", (workshop.books() / "Bekzat Petrenko.m4b").string()}).exit_code, 0);
}

} // namespace
} // namespace recital
