// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "studio/takes/speech.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

const std::string key = "speech 1\nsay A nocturne.\n";

SpeechTake some_speech() {
    SpeechTake speech;
    Utterance spoken;
    for (int n = 0; n < 9000; ++n) {
        spoken.samples.push_back(static_cast<std::int16_t>(n * 37 % 2000 - 1000));
    }
    spoken.words = {{10, 0, 1}, {4000, 2, 8}};
    spoken.clauses = {{5000, U'—', 3}, {9000, 0, 10}};
    speech.utterances = {spoken, {}}; // of the second, nothing is heard
    return speech;
}

TEST(Speech, ComesBackAsItWas) {
    const SpeechTake speech = some_speech();
    const SpeechTake read = parse_speech(serialise_speech(speech, key), digest_of(key));
    ASSERT_EQ(read.utterances.size(), 2U);
    const Utterance& spoken = read.utterances[0];
    EXPECT_EQ(spoken.samples, speech.utterances[0].samples);
    ASSERT_EQ(spoken.words.size(), 2U);
    EXPECT_EQ(spoken.words[1].first_sample, 4000U);
    EXPECT_EQ(spoken.words[1].text_position, 2U);
    EXPECT_EQ(spoken.words[1].text_length, 8U);
    ASSERT_EQ(spoken.clauses.size(), 2U);
    EXPECT_EQ(spoken.clauses[0].sample, 5000U);
    EXPECT_EQ(spoken.clauses[0].mark, U'—');
    EXPECT_EQ(spoken.clauses[0].mark_position, 3U);
    EXPECT_TRUE(read.utterances[1].samples.empty() && read.utterances[1].words.empty());
}

TEST(Speech, IsRefusedIfItIsDamagedAnywhereOrOfAnotherKey) {
    const std::string file = serialise_speech(some_speech(), key);
    for (std::size_t position = 0; position < file.size(); position += position < 200 ? 1 : 97) {
        std::string damaged = file;
        damaged[position] = static_cast<char>(damaged[position] ^ 1);
        ASSERT_THROW((void)parse_speech(damaged, digest_of(key)), Error) << position;
        ASSERT_THROW((void)parse_speech(file.substr(0, position), digest_of(key)), Error) << position;
    }
    EXPECT_THROW((void)parse_speech(file + '\0', digest_of(key)), Error);
    EXPECT_THROW((void)parse_speech(file, digest_of("another")), Error);
}

} // namespace
} // namespace recital
