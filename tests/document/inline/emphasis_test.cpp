// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/emphasis.h"
#include "document/read.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace recital {
namespace {

/// The emphasised stretches of the first paragraph.
std::vector<std::string> emphasised(const std::string& text, const std::string& name) {
    const Document document = read_document(text, name);
    const Paragraph& paragraph = document.sections.front().paragraphs.front();
    std::vector<std::string> spans;
    for (const TextRange& range : paragraph.emphases) {
        spans.push_back(paragraph.text.substr(range.begin, range.end - range.begin));
    }
    return spans;
}

std::string first_paragraph(const std::string& text, const std::string& name) {
    return read_document(text, name).sections.front().paragraphs.front().text;
}

using Spans = std::vector<std::string>;

TEST(Emphasis, IsKeptFromEveryFormat) {
    EXPECT_EQ(emphasised("He *never* returned, nor __ever__ wrote.", "a.md"), (Spans{"never", "ever"}));
    EXPECT_EQ(emphasised("He <em>never</em> returned, nor __ever__ wrote.", "a.md"),
              (Spans{"never", "ever"}));
    EXPECT_EQ(emphasised("<p>He <em>never</em> <b>returned</b>.", "a.html"), (Spans{"never", "returned"}));
    EXPECT_EQ(emphasised("<p>He <strong><i>never</i></strong> returned.", "a.html"), (Spans{"never"}));
    EXPECT_EQ(emphasised("He _never_ returned, nor *ever* wrote.", "a.txt"), (Spans{"never", "ever"}));
    EXPECT_EQ(emphasised("He <em>never</em> returned.", "a.txt"), (Spans{"never"}));
}

TEST(Emphasis, ChangesNothingOfTheText) {
    EXPECT_EQ(first_paragraph("<p>He <em> never </em> returned.", "a.html"), "He never returned.");
    EXPECT_EQ(emphasised("<p>He <em> never </em> returned.", "a.html"), (Spans{"never"}));
    EXPECT_EQ(first_paragraph("He **_never_** returned; snake_case, 2 * 3 = 6.", "a.txt"),
              "He never returned; snake_case, 2 * 3 = 6.");
}

TEST(Emphasis, TravelsThroughRepairAndNormalisation) {
    const std::string damaged =
        "\u00C3\u2030tienne said \u2018no\u2019 [3] and _always_ meant caf\u00C3\u00A9.";
    EXPECT_EQ(emphasised(damaged, "a.txt"), (Spans{"always"}));
    EXPECT_EQ(
        emphasised("<p>Dvor\u030Ca\u0301k (<i>listen</i>) was <i>very</i> ill.<sup>[3]</sup>", "a.html"),
        (Spans{"very"}));
    EXPECT_EQ(
        emphasised("<p>It is so<sup>[<i>citation needed</i>]</sup> and was <i>always</i> so.", "a.html"),
        (Spans{"always"}));
}

TEST(Emphasis, OfTheSourceIsNotMistakenForMarks) {
    const std::string text =
        std::string("He ") + std::string(emphasis_end) + "never" + std::string(emphasis_begin) + " returned.";
    EXPECT_EQ(first_paragraph(text, "a.txt"), "He never returned.");
    EXPECT_EQ(emphasised(text, "a.txt"), (Spans{}));
}

TEST(WithEmphasisMarks, DropsTheSignsAndKeepsWords) {
    const auto plain = [](std::string_view text) {
        return without_emphasis_marks(with_emphasis_marks(text));
    };
    EXPECT_EQ(plain("_Irish Melodies_ and *so* on"), "Irish Melodies and so on");
    EXPECT_EQ(plain("snake_case 2 * 3"), "snake_case 2 * 3");
}

// German lives have it so; the asterisk was lost in plain text alone.
TEST(WithEmphasisMarks, KeepsTheAsteriskOfADateOfBirth) {
    for (const std::string text :
         {"Clara Schumann (* 13 September 1819; † 20 May 1896) was a pianist.",
          "Clara Schumann (*13 September 1819; † 20 May 1896) was a pianist.",
          "Clara Schumann, * 1819 in Leipzig, † 1896.", "A ** B, and Count *** came."}) {
        EXPECT_EQ(first_paragraph(text, "a.txt"), text);
        EXPECT_EQ(first_paragraph("<p>" + text, "a.html"), text);
        EXPECT_EQ(emphasised(text, "a.txt"), (Spans{}));
    }
    const std::string mixed = "Clara (*1819 in *Leipzig*; see **Wieck**) wrote *1812 Overture* here.*";
    EXPECT_EQ(first_paragraph(mixed, "a.txt"),
              "Clara (*1819 in Leipzig; see Wieck) wrote 1812 Overture here.");
    EXPECT_EQ(emphasised(mixed, "a.txt"), (Spans{"Leipzig", "Wieck", "1812 Overture"}));
}

TEST(EmphasisLog, ForgetsWhatWasCutOff) {
    EmphasisLog log;
    log.open(0);
    log.close(2);
    log.open(4);
    log.close(8);
    log.cut(6);
    EXPECT_EQ(normalise_block(log.marked("so ever")).emphases, (std::vector<TextRange>{{0, 2}, {4, 6}}));
    log.cut(3);
    EXPECT_EQ(normalise_block(log.marked("so ")).emphases, (std::vector<TextRange>{{0, 2}}));
}

} // namespace
} // namespace recital
