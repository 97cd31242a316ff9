// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/book_in_progress.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace recital {
namespace {

Passage passage(const std::string& text, Border border) {
    return {Role::body, {{text, text, 1}}, border};
}

Script script() {
    return {"Bekzat Petrenko",
            "en",
            {{"Introduction", {passage("One.", Border::sentence), passage("Two.", Border::paragraph)}},
             {"Later", {passage("Three.", Border::end)}}}};
}

BookInProgress book_in_progress() {
    static const FormatSettings format;
    static const TakeContext context = [] {
        TakeContext made;
        made.voice.pauses.head = 0.75;
        return made;
    }();
    BookPlan plan;
    plan.id = "bekzat-petrenko";
    plan.musician = "Bekzat Petrenko";
    plan.name = "Bekzat Petrenko";
    plan.sources = {{"a.txt"}, {"b.jsonl", 120, 3}};
    plan.outputs = {"out/Bekzat Petrenko.m4b"};
    return {plan, script(), {}, {&format, 1}, {&context, 1}};
}

TakeSummary take(std::uint64_t frames) {
    Take made;
    made.samples = frames * 1024;
    made.packets.sizes.assign(frames + 1, 100);
    made.packets.bytes.assign((frames + 1) * 100, 'x');
    made.words.resize(3);
    made.limiter = {4.5, frames};
    return summarise(made, 1024);
}

TEST(BookInProgress, BeginsWithThePauseAtTheHead) {
    BookInProgress book = book_in_progress();
    ASSERT_EQ(book.slots(), 4U);
    EXPECT_TRUE(book.request(0).sentences.empty());
    EXPECT_EQ(book.request(0).closing_pause, 0.75);
    ASSERT_EQ(book.request(3).sentences.size(), 1U);
    EXPECT_EQ(book.request(3).sentences[0].text, "Three.");
    std::set<std::string> keys;
    for (std::size_t slot = 0; slot < book.slots(); ++slot) {
        const std::vector<std::string> named = book.name_takes(slot);
        ASSERT_EQ(named.size(), 1U);
        EXPECT_EQ(book.id(slot, 0), digest_of(named.front()));
        keys.insert(named.front());
    }
    EXPECT_EQ(keys.size(), 4U);
}

TEST(BookInProgress, IsCompleteWhenAllIsDelivered) {
    BookInProgress book = book_in_progress();
    for (const std::size_t slot : {2U, 0U, 3U}) {
        book.deliver(slot, 0, take(slot + 1), slot == 0);
        EXPECT_FALSE(book.is_complete());
    }
    book.deliver(1, 0, take(2), true);
    EXPECT_TRUE(book.is_complete());
    book.give_up(1, 0);
    EXPECT_FALSE(book.is_complete());
    EXPECT_FALSE(book.is_delivered(1, 0));
    EXPECT_TRUE(book.is_delivered(2, 0));
}

TEST(BookInProgress, ReckonsChaptersFromItsTakes) {
    BookInProgress book = book_in_progress();
    const std::array<std::uint64_t, 4> frames{17, 40, 60, 90};
    for (std::size_t slot = 0; slot < 4; ++slot) {
        book.deliver(slot, 0, take(frames.at(slot)), slot > 0);
    }
    const BookReport book_report = book.report();
    EXPECT_EQ(book_report.id, "bekzat-petrenko");
    EXPECT_EQ(book_report.sources, (std::vector<std::string>{"a.txt", "b.jsonl:3"}));
    ASSERT_EQ(book_report.files.size(), 1U);
    const FileReport& report = book_report.files.front();
    EXPECT_EQ(report.format, "m4b");
    EXPECT_EQ(report.rate, 24000);
    EXPECT_EQ(report.samples, 207U * 1024);
    EXPECT_DOUBLE_EQ(report.seconds(), 207.0 * 1024 / 24000);
    ASSERT_EQ(report.chapters.size(), 2U);
    EXPECT_EQ(report.chapters[0].title, "Introduction");
    EXPECT_EQ(report.chapters[0].first_sample, 0U); // the pause at the head belongs to the first chapter
    EXPECT_EQ(report.chapters[0].last_sample, 117U * 1024);
    EXPECT_EQ(report.chapters[1].first_sample, 117U * 1024);
    EXPECT_EQ(report.chapters[1].last_sample, report.samples);
    EXPECT_EQ(report.takes_rendered, 3U);
    EXPECT_EQ(report.takes_reused, 1U);

    const Book finished = book.book(0);
    ASSERT_EQ(finished.chapters.size(), 2U);
    EXPECT_EQ(finished.chapters[0].takes.size(), 3U);
    EXPECT_EQ(finished.chapters[1].takes[0].number, 3U);
    EXPECT_EQ(finished.chapters[1].takes[0].kept_packets.packets, 90U);
    EXPECT_EQ(finished.chapters[1].takes[0].rest_packets.packets, 1U);
    EXPECT_EQ(finished.chapters[1].takes[0].rest_packets.bytes, 100U);
    EXPECT_EQ(finished.samples(), report.samples);
    EXPECT_EQ(finished.loudness.integrated, -19);
    EXPECT_EQ(finished.chapters[1].takes[0].words, 3U);
    EXPECT_EQ(finished.chapters[1].takes[0].limiter.samples_over_3_db, 90U);
}

TEST(BookInProgress, EstimatesWhatIsNotThere) {
    BookInProgress book = book_in_progress();
    book.deliver(0, 0, take(17), false);
    for (std::size_t slot = 1; slot < 4; ++slot) {
        (void)book.name_takes(slot);
        book.estimate(slot, 0);
    }
    EXPECT_TRUE(book.is_complete());
    const FileReport report = book.report().files.front();
    EXPECT_EQ(report.takes_rendered, 3U);
    EXPECT_EQ(report.takes_reused, 1U);
    // Three words and their closing pauses: 0.65, 1.2 and 3 seconds.
    EXPECT_GT(report.seconds(), 17 * 1024 / 24000.0 + 4.85);
    EXPECT_LT(report.seconds(), 17 * 1024 / 24000.0 + 4.85 + 3);
}

} // namespace
} // namespace recital
