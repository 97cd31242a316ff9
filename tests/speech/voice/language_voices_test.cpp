// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resources.h"
#include "speech/engine/engine.h"
#include "speech/voice/language_voices.h"
#include "support/forked.h"
#include "text/language/language.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using testing_support::forked;

LanguageVoices voices() {
    return LanguageVoices(resource_folder() / "voices");
}

Voice narrator() {
    return load_voice(resource_folder() / "voices", default_voice);
}

TEST(LanguageVoices, KeepsTheProfileInItsOwnLanguage) {
    EXPECT_EQ(describe_sound(voices().reading(narrator(), "en")), describe_sound(narrator()));
    EXPECT_EQ(describe_sound(voices().reading(narrator(), "en-GB")), describe_sound(narrator()));
}

TEST(LanguageVoices, TakesTheEnginesVoiceForAnotherLanguage) {
    const Voice german = voices().reading(narrator(), "de-AT");
    EXPECT_EQ(german.engine.voice, "gmw/de");
    EXPECT_EQ(german.language, "de-AT");
    EXPECT_EQ(german.engine.pitch, narrator().engine.pitch);
    EXPECT_EQ(german.pauses.sentence, narrator().pauses.sentence);
    EXPECT_EQ(voices().reading(narrator(), "pt-BR").engine.voice, "roa/pt-BR");
    EXPECT_EQ(voices().reading(narrator(), "pt-AO").engine.voice, "roa/pt");
}

TEST(LanguageVoices, KeepsTheProfileWhereTheEngineHasNoVoice) {
    EXPECT_EQ(voices().reading(narrator(), "tlh").language, narrator().language);
    EXPECT_EQ(voices().name_of("tlh"), "tlh");
    EXPECT_EQ(voices().name_of("ru-KG"), "Russian");
}

/// eSpeak NG answers an unknown name with another voice; Engine::use checks what was really loaded.
TEST(LanguageVoices, AreAllThereAndSpeak) {
    const LanguageVoices known = voices();
    ASSERT_GT(known.all().size(), 90U);
    for (const LanguageVoice& language : known.all()) {
        const std::string samples = forked([&] {
            Engine engine;
            engine.use(known.reading(narrator(), language.tag));
            const Language words(resource_folder() / "data" / "languages", language.tag);
            return std::to_string(engine.speak({words.numbers().in_words(1'234'567)}).samples.size());
        });
        EXPECT_TRUE(samples.size() > 4 && !samples.starts_with("error")) << language.tag << ' ' << samples;
    }
}

} // namespace
} // namespace recital
