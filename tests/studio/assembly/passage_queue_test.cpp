// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/passage_queue.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace recital {
namespace {

BookInProgress book_of(const std::vector<std::string>& texts) {
    static const FormatSettings format;
    static const TakeContext context;
    Script script{"Bekzat Petrenko", "en", {{"Introduction", {}}}};
    for (const std::string& text : texts) {
        script.chapters.front().passages.push_back({Role::body, {{text, text, 1}}, Border::sentence});
    }
    BookPlan plan;
    plan.outputs = {"out/Bekzat Petrenko.m4b"};
    return {plan, script, {}, {&format, 1}, {&context, 1}};
}

/// The slots in the order in which they are rendered.
std::vector<std::size_t> slots_of(PassageQueue& queue) {
    std::vector<std::size_t> slots;
    while (!queue.is_empty()) {
        slots.push_back(queue.take().slot);
    }
    return slots;
}

TEST(PassageQueue, BeginsWithTheLongestAndKeepsTheOrderOfEqualOnes) {
    BookInProgress book = book_of({"Short.", "The longest of these.", "Other.", "Longer one."});
    PassageQueue queue;
    for (std::size_t slot = 0; slot < book.slots(); ++slot) { // slot 0 is the pause at the head
        queue.add({&book, nullptr, slot});
    }
    EXPECT_EQ(slots_of(queue), (std::vector<std::size_t>{2, 4, 1, 3, 0}));
}

TEST(PassageQueue, ForgetsABook) {
    BookInProgress kept = book_of({"Kept."});
    BookInProgress dropped = book_of({"This one is dropped."});
    PassageQueue queue;
    queue.add({&dropped, nullptr, 1});
    queue.add({&kept, nullptr, 1});
    queue.drop(&dropped);
    ASSERT_FALSE(queue.is_empty());
    EXPECT_EQ(queue.take().book_in_progress, &kept);
    EXPECT_TRUE(queue.is_empty());
}

} // namespace
} // namespace recital
