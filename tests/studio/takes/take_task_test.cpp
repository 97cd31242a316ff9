// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_stream.h"
#include "studio/takes/take_task.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace recital {
namespace {

TakeTask some_task(const std::vector<TakeContext>& contexts) {
    SpokenForm sentence{"Dvořák said \"yes\", quietly."};
    sentence.pronunciations = {{0, 8, "dv'o@Za:k", {}, true}, {9, 13, "s'Ed", {}, false}};
    sentence.quoted = true;
    sentence.stresses = {{0, 8}};
    sentence.quotations = {{14, 19}};
    sentence.dashes = {19};
    TakeTask task;
    task.request = {Role::heading, {sentence, {"Then he left."}}, 0.75};
    task.orders.push_back({"a key\nof lines\n", digest_of("a key\nof lines\n"), &contexts[1], {}});
    task.orders.back().levels.body = {-3.5, -20};
    task.orders.back().levels.quotation = {2, -std::numeric_limits<double>::infinity()};
    task.orders.push_back({"b", digest_of("b"), &contexts[0], {}});
    return task;
}

TEST(TakeTask, ComesBackWhole) {
    const std::vector<TakeContext> contexts(3);
    const std::string bytes = serialise_task(some_task(contexts), contexts);
    const TakeTask task = parse_task(bytes, contexts);
    EXPECT_EQ(serialise_task(task, contexts), bytes);
    EXPECT_EQ(task.request.role, Role::heading);
    EXPECT_EQ(task.request.closing_pause, 0.75);
    ASSERT_EQ(task.request.sentences.size(), 2U);
    const SpokenForm& sentence = task.request.sentences[0];
    EXPECT_EQ(sentence.text, "Dvořák said \"yes\", quietly.");
    ASSERT_EQ(sentence.pronunciations.size(), 2U);
    EXPECT_EQ(sentence.pronunciations[0].phonemes, "dv'o@Za:k");
    EXPECT_TRUE(sentence.pronunciations[0].foreign);
    EXPECT_EQ(sentence.pronunciations[1].begin, 9U);
    EXPECT_TRUE(sentence.quoted);
    EXPECT_EQ(sentence.stresses[0].end, 8U);
    EXPECT_EQ(sentence.quotations[0].begin, 14U);
    EXPECT_EQ(sentence.dashes, std::vector<std::size_t>{19});
    EXPECT_FALSE(task.request.sentences[1].quoted);
    ASSERT_EQ(task.orders.size(), 2U);
    EXPECT_EQ(task.orders[0].key, "a key\nof lines\n");
    EXPECT_EQ(task.orders[0].id, digest_of("a key\nof lines\n"));
    EXPECT_EQ(task.orders[0].context, &contexts[1]);
    EXPECT_EQ(task.orders[1].context, contexts.data());
    EXPECT_EQ(task.orders[0].levels.body.gain, -3.5);
    EXPECT_EQ(task.orders[0].levels.quotation.reference_loudness, -std::numeric_limits<double>::infinity());
}

TEST(TakeTask, IsRefusedIfItIsCutOrHasNoSuchContext) {
    const std::vector<TakeContext> contexts(3);
    const std::string bytes = serialise_task(some_task(contexts), contexts);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_THROW((void)parse_task(bytes.substr(0, size), contexts), MalformedBytes) << size;
    }
    EXPECT_THROW((void)parse_task(bytes + '\0', contexts), MalformedBytes);
    EXPECT_THROW((void)parse_task(bytes, std::vector<TakeContext>(1)), MalformedBytes);
}

} // namespace
} // namespace recital
