// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/formats.h"
#include "studio/takes/request.h"

#include <gtest/gtest.h>

#include <functional>

namespace recital {
namespace {

TakeContext context() {
    TakeContext made;
    made.voice.engine.voice = "gmw/en-US";
    made.environment = "libraries of today";
    return made;
}

TakeRequest request() {
    return {Role::body, {{"One sentence."}, {"Another.", {{0, 7, "@n'VD3", {}}}}}, 0.65};
}

std::string key_with(const std::function<void(TakeRequest&, TakeContext&)>& change) {
    TakeRequest changed = request();
    TakeContext changed_context = context();
    change(changed, changed_context);
    return take_key(changed, changed_context);
}

#define CHANGED(statement)                                                                                   \
    key_with([]([[maybe_unused]] TakeRequest& of, [[maybe_unused]] TakeContext& in) { statement; })

TEST(TakeKey, ChangesWithAllThatChangesATake) {
    const std::string key = take_key(request(), context());
    EXPECT_EQ(CHANGED({}), key);
    EXPECT_NE(CHANGED(of.closing_pause = 0.66), key);
    EXPECT_NE(CHANGED(of.sentences[1].text = "Another?"), key);
    EXPECT_NE(CHANGED(of.sentences[1].pronunciations[0].phonemes = "an'VD3"), key);
    EXPECT_NE(CHANGED(of.sentences[1].pronunciations[0].end = 6), key);
    EXPECT_NE(CHANGED(of.sentences[1].pronunciations.clear()), key);
    EXPECT_NE(CHANGED(of.sentences.pop_back()), key);
    EXPECT_NE(CHANGED(of.sentences.clear()), key);
    EXPECT_NE(CHANGED(of.role = Role::heading), key);
    EXPECT_NE(CHANGED(of.sentences[1].quoted = true), key);
    EXPECT_NE(CHANGED((of.sentences[1].stresses = {{0, 7}})), key);
    EXPECT_NE(CHANGED((of.sentences[1].stresses = {{0, 7}}, in.voice.emphasis.pitch += 1)),
              CHANGED((of.sentences[1].stresses = {{0, 7}})));
    EXPECT_EQ(CHANGED(in.voice.emphasis.pitch += 1), key) << "nothing is stressed";
    EXPECT_NE(CHANGED(in.environment = "libraries of tomorrow"), key);
    EXPECT_NE(CHANGED(in.codec = make_format_settings("m4b", 0, 48000)), key);
    EXPECT_NE(CHANGED(in.codec = make_format_settings("m4b", 44100, 0)), key);
    EXPECT_NE(CHANGED(in.codec = make_format_settings("wav", 0, 0)), key);
    EXPECT_NE(CHANGED(in.voice.engine.voice = "gmw/en"), key);
    EXPECT_NE(CHANGED(in.voice.engine.variant = "f2"), key);
    EXPECT_NE(CHANGED(in.voice.engine.variant_file = "variants/man"), key);
    EXPECT_NE(CHANGED(in.voice.engine.evenness += 0.1), key);
    EXPECT_NE(CHANGED(in.voice.heading.pitch += 1), key);
    EXPECT_NE(CHANGED(in.voice.quotation.rate = 0.9), key);
    EXPECT_NE(CHANGED(in.voice.engine.words_per_minute += 1), key);
    EXPECT_NE(CHANGED(in.voice.engine.pitch += 1), key);
    EXPECT_NE(CHANGED(in.voice.engine.pitch_range += 1), key);
    EXPECT_NE(CHANGED(in.voice.engine.amplitude += 1), key);
    EXPECT_NE(CHANGED(in.voice.pauses.sentence += 0.1), key) << "it stands inside a passage, too";
    EXPECT_NE(CHANGED(in.voice.pauses.comma += 0.1), key) << "it stands inside sentences, too";
    EXPECT_NE(CHANGED(in.voice.pauses.long_sentence_words += 1), key);
    EXPECT_NE(CHANGED(in.voice.sound.high_pass += 1), key);
    EXPECT_NE(CHANGED(in.voice.sound.shelf_gain -= 1), key);
    EXPECT_NE(CHANGED(in.voice.loudness.integrated -= 1), key);
    EXPECT_NE(CHANGED(in.voice.loudness.true_peak -= 1), key);
    EXPECT_NE(CHANGED(in.voice.sound.converter = "best"), key);
    EXPECT_NE(CHANGED(in.voice.sound.room_tone -= 1), key);
}

TEST(TakeKey, ChangesWithTheContentOfAVariantAndNotWithItsName) {
    const auto key_of = [](const char* name, const char* content) {
        TakeContext made = context();
        made.voice.engine.variant_file = name;
        made.voice.engine.variant_content = content;
        return take_key(request(), made);
    };
    EXPECT_NE(key_of("a", "pitch 80 120"), key_of("a", "pitch 80 121"));
    EXPECT_EQ(key_of("a", "pitch 80 120"), key_of("b", "pitch 80 120"));
}

TEST(TakeKey, ChangesWithNothingElse) {
    const std::string key = take_key(request(), context());
    EXPECT_EQ(CHANGED(of.sentences[1].pronunciations[0].entry = SourcePlace({"another file", 2})), key);
    EXPECT_EQ(CHANGED(in.voice.name = "another name"), key);
    EXPECT_EQ(CHANGED(in.voice.description = "another description"), key);
    EXPECT_EQ(CHANGED(in.voice.pauses.head += 1), key);
    EXPECT_EQ(CHANGED(in.voice.pauses.paragraph += 1), key);
    EXPECT_EQ(CHANGED(in.voice.pauses.chapter += 1), key);
    EXPECT_EQ(CHANGED(in.voice.pauses.title += 1), key);
    EXPECT_EQ(CHANGED(in.voice.pauses.tail += 1), key);
}

std::string speech_key_with(const std::function<void(TakeRequest&, TakeContext&)>& change) {
    TakeRequest changed = request();
    TakeContext changed_context = context();
    change(changed, changed_context);
    return speech_key(changed, changed_context);
}

#define CHANGED_SPEECH(statement)                                                                            \
    speech_key_with([]([[maybe_unused]] TakeRequest& of, [[maybe_unused]] TakeContext& in) { statement; })

TEST(SpeechKey, ChangesWithWhatTheEngineSaysAndHow) {
    const std::string key = speech_key(request(), context());
    EXPECT_NE(CHANGED_SPEECH(of.sentences[1].text = "Another?"), key);
    EXPECT_NE(CHANGED_SPEECH(of.sentences[1].pronunciations[0].phonemes = "an'VD3"), key);
    EXPECT_NE(CHANGED_SPEECH(of.sentences.pop_back()), key);
    EXPECT_NE(CHANGED_SPEECH(of.role = Role::heading), key);
    EXPECT_NE(CHANGED_SPEECH(of.sentences[1].quoted = true), key);
    EXPECT_NE(CHANGED_SPEECH((of.sentences[1].stresses = {{0, 7}})), key);
    EXPECT_NE(CHANGED_SPEECH((of.sentences[1].stresses = {{0, 7}}, in.voice.emphasis.pitch += 1)),
              CHANGED_SPEECH((of.sentences[1].stresses = {{0, 7}})));
    EXPECT_NE(CHANGED_SPEECH(in.speech_environment = "libraries of tomorrow"), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.engine.voice = "gmw/en"), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.engine.variant = "f2"), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.engine.words_per_minute += 1), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.engine.evenness += 0.1), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.engine.amplitude += 1), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.heading.pitch += 1), key);
    EXPECT_NE(CHANGED_SPEECH(in.voice.quotation.rate = 0.9), key);
}

/// Kept speech serves all formats, and other settings of mastering, too.
TEST(SpeechKey, DoesNotChangeWithWhatComesAfterTheEngine) {
    const std::string key = speech_key(request(), context());
    EXPECT_EQ(CHANGED_SPEECH(in.codec = make_format_settings("opus", 0, 0)), key);
    EXPECT_EQ(CHANGED_SPEECH(in.codec = make_format_settings("m4b", 44100, 32000)), key);
    EXPECT_EQ(CHANGED_SPEECH(in.environment = "codecs of tomorrow"), key);
    EXPECT_EQ(CHANGED_SPEECH(of.closing_pause += 1), key);
    EXPECT_EQ(CHANGED_SPEECH(in.voice.pauses.comma += 0.1), key);
    EXPECT_EQ(CHANGED_SPEECH(in.voice.loudness.integrated -= 1), key);
    EXPECT_EQ(CHANGED_SPEECH(in.voice.sound.high_pass += 1), key);
    EXPECT_EQ(CHANGED_SPEECH(in.voice.sound.room_tone -= 1), key);
}

TEST(TakeKey, TellsSentencesFromEachOther) {
    const auto key_of = [](const std::vector<std::string>& sentences) {
        TakeRequest asked{Role::body, {}, 0.65};
        for (const std::string& sentence : sentences) {
            asked.sentences.push_back({sentence});
        }
        return take_key(asked, context());
    };
    EXPECT_NE(key_of({"a", "b"}), key_of({"b", "a"}));
    EXPECT_NE(key_of({"a b"}), key_of({"a", "b"}));
    EXPECT_NE(key_of({""}), key_of({}));
}

TEST(PauseBehindSentence, IsLongerBehindALongOne) {
    PauseSettings pauses;
    pauses.long_sentence_words = 4;
    EXPECT_EQ(pause_after_sentence("One two three.", pauses), pauses.sentence);
    EXPECT_EQ(pause_after_sentence("One two three four.", pauses), pauses.long_sentence);
}

TEST(RequestTake, LooksUpThePauseOfItsBorder) {
    PauseSettings pauses;
    pauses.comma = 1;
    pauses.sentence = 2;
    pauses.paragraph = 3;
    pauses.title = 4;
    pauses.chapter = 5;
    pauses.tail = 6;
    double expected = 1;
    for (const Border border :
         {Border::clause, Border::sentence, Border::paragraph, Border::title, Border::chapter, Border::end}) {
        const Passage passage{Role::body, {{"No. 2", "Number two", 3}, {"A.", "A.", 3}}, border};
        const TakeRequest asked = request_take(passage, pauses);
        EXPECT_EQ(asked.closing_pause, expected++);
        ASSERT_EQ(asked.sentences.size(), 2U);
        EXPECT_EQ(asked.sentences[0].text, "Number two");
        EXPECT_EQ(asked.sentences[1].text, "A.");
    }
    EXPECT_EQ(request_take({Role::heading, {{"A", "A", 1}}, Border::title}, pauses).role, Role::heading);
}

} // namespace
} // namespace recital
