// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/formats.h"
#include "studio/assembly/book_text.h"
#include "text/language/language.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

/// A book of the document, with everything announced.
BookInProgress book_of(const Document& document, const SpokenAnnouncements& announcements) {
    static const FormatSettings format;
    static const TakeContext context;
    static const Language english(std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "languages", "en");
    BookPlan plan;
    plan.outputs = {"a.m4b"};
    return {plan, make_script(document, english, 400, announcements), {}, {&format, 1}, {&context, 1}};
}

Document some_document() {
    Document document;
    document.musician = "Bekzat Petrenko";
    document.sources = {"a.md"};
    document.sections.resize(2);
    document.sections[0].title = "Early life";
    document.sections[0].paragraphs = {{"He was born in Almaty. He played *well*.", 1, 0, {{33, 39}}},
                                       {"He sang.", 3}};
    document.sections[1].title = "Moscow";
    document.sections[1].heading = "Moscow";
    document.sections[1].paragraphs = {{"Students", 7, 0, {}, true}, {"He taught there.", 9}};
    return document;
}

/// Chapters in brackets, each heading as "#...;", each announcement as "!...;", each paragraph as "...;".
std::string outline(const BookInProgress& book) {
    const BookText text(book);
    std::string outline;
    for (std::size_t chapter = 0; chapter < text.chapters(); ++chapter) {
        outline += "[" + text.title(chapter) + (text.has_heading(chapter) ? "]" : "?]");
        const auto [first, end] = book.chapter_slots(chapter);
        for (std::size_t slot = first; slot < end; ++slot) {
            const TextPlace place = text.place_of(slot);
            if (place.is_first && !text.sentences(slot).empty()) {
                outline += place.kind == TextKind::heading ? "#" : "";
                outline += place.kind == TextKind::announcement ? "!" : "";
            }
            for (const Sentence& sentence : text.sentences(slot)) {
                outline += sentence.source + "|";
            }
            outline += place.is_last && !text.sentences(slot).empty() ? ";" : "";
        }
    }
    return outline;
}

TEST(BookText, HasTheStructureOfTheSource) {
    EXPECT_EQ(outline(book_of(some_document(), {"This is a biography.", "That was it.", true})),
              "[Early life?]!This is a biography.|;He was born in Almaty.|He played *well*.|;He sang.|;"
              "[Moscow]#Moscow|;#Students|;He taught there.|;!That was it.|;");
}

TEST(BookText, KnowsHeadingsThatAreNotSpoken) {
    EXPECT_EQ(outline(book_of(some_document(), {"", "", false})),
              "[Early life?]He was born in Almaty.|He played *well*.|;He sang.|;[Moscow]He taught there.|;");
}

TEST(BookText, KeepsParagraphsThatNeedSeveralPassagesTogether) {
    Document document = some_document();
    std::string paragraph;
    for (int n = 0; n < 30; ++n) {
        paragraph += "In the evening he played for his friends in the town. ";
    }
    document.sections[0].paragraphs = {{paragraph.substr(0, paragraph.size() - 1), 1}};
    const BookInProgress book = book_of(document, {});
    const auto [first, end] = book.chapter_slots(0);
    EXPECT_GT(end - first, 3U) << "the pause at the head and several passages";
    const std::string text = outline(book);
    EXPECT_EQ(std::count(text.begin(), text.end(), ';'), 4) << text;
}

TEST(BookText, KeepsWhatTheSourceEmphasises) {
    const BookInProgress book = book_of(some_document(), {});
    const Sentence& sentence = BookText(book).sentences(1)[1];
    ASSERT_EQ(sentence.emphases.size(), 1U);
    EXPECT_EQ(sentence.source.substr(sentence.emphases[0].begin,
                                     sentence.emphases[0].end - sentence.emphases[0].begin),
              "*well*");
}

} // namespace
} // namespace recital
