// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice/voice.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <utility>
#include <vector>

namespace recital {
namespace {

using testing::HasSubstr;
using testing_support::ScratchFolder;

const std::string min = "description = \"A voice\"\n"
                        "language = \"en-US\"\n"
                        "[engine]\n"
                        "voice = \"gmw/en-US\"\n"; // four lines; what follows is in [engine]

class VoiceProfile : public testing::Test {
protected:
    [[nodiscard]] std::string write(const std::string& content, const std::string& name = "mine") const {
        const auto path = folder_.path() / (name + ".toml");
        std::ofstream(path) << content;
        return path.string();
    }

    [[nodiscard]] Voice load(const std::string& content) const {
        return load_voice(folder_.path(), write(content));
    }

    /// The error that the profile gives, as it is shown, without the folder.
    [[nodiscard]] std::string complaint(const std::string& content) const {
        try {
            (void)load(content);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::voice);
            const std::string shown = error.to_string();
            const std::string folder = folder_.path().string() + '/';
            return shown.starts_with(folder) ? shown.substr(folder.size()) : shown;
        }
        return "none";
    }

    ScratchFolder folder_;
};

TEST_F(VoiceProfile, SetsItsValuesAndKeepsDefaults) {
    const Voice voice = load(min + "variant = \"f2\"\nwords_per_minute = 150\npitch = 40.5\n"
                                   "[pauses]\nsentence = 1\n[loudness]\nintegrated = -23\n"
                                   "[sound]\nconverter = \"best\"\n");
    EXPECT_EQ(voice.name, "mine");
    EXPECT_EQ(voice.description, "A voice");
    EXPECT_EQ(voice.language, "en-US");
    EXPECT_EQ(voice.engine.voice, "gmw/en-US");
    EXPECT_EQ(voice.engine.variant, "f2");
    EXPECT_EQ(voice.engine.words_per_minute, 150);
    EXPECT_EQ(voice.engine.pitch, 40.5);
    EXPECT_EQ(voice.pauses.sentence, 1);
    EXPECT_EQ(voice.loudness.integrated, -23);
    EXPECT_EQ(voice.sound.converter, "best");
    EXPECT_EQ(voice.engine.pitch_range, EngineSettings().pitch_range);
    EXPECT_EQ(voice.pauses.paragraph, PauseSettings().paragraph);
    EXPECT_EQ(voice.loudness.true_peak, LoudnessSettings().true_peak);
}

TEST_F(VoiceProfile, NamesUnknownKeysByFileAndLine) {
    EXPECT_THAT(complaint(min + "speed = 3\n"),
                testing::StartsWith("mine.toml:5: 'engine.speed' is not a key"));
    EXPECT_THAT(complaint("colour = 1\n" + min), testing::StartsWith("mine.toml:1: 'colour' is not a key"));
    EXPECT_THAT(complaint(min + "[music]\npiano = 1\n"),
                testing::StartsWith("mine.toml:5: 'music' is not a key"));
    EXPECT_THAT(complaint(min + "[pauses]\nsentance = 1\n"),
                testing::StartsWith("mine.toml:6: 'pauses.sentance' is not a key"));
}

TEST_F(VoiceProfile, NamesBadValuesByFileAndLine) {
    const std::vector<std::pair<const char*, const char*>> bad = {
        {"words_per_minute = 79", "80 to 450"},
        {"words_per_minute = 451", "80 to 450"},
        {"words_per_minute = nan", "80 to 450"},
        {"words_per_minute = \"175\"", "80 to 450"},
        {"words_per_minute = true", "80 to 450"},
        {"words_per_minute = [175]", "80 to 450"},
        {"pitch = -1", "0 to 99"},
        {"pitch = 100", "0 to 99"},
        {"pitch_range = inf", "0 to 99"},
        {"amplitude = 0", "1 to 60"},
        {"amplitude = 61", "1 to 60"},
        {"variant = 3", "text in quotes"},
        {"[pauses]\nsentence = -0.1", "0 to 30"},
        {"[pauses]\nchapter = 31", "0 to 30"},
        {"[loudness]\nintegrated = -9", "-40 to -10"},
        {"[loudness]\ntrue_peak = 1", "-20 to 0"},
        {"[sound]\nroom_tone = -50", "-120 to -60"},
        {"[sound]\nconverter = \"linear\"", "best, medium, fast"},
    };
    for (const auto& [line, range] : bad) {
        const std::string told = complaint(min + line + "\n");
        const bool in_section = line[0] == '[';
        EXPECT_THAT(told, testing::StartsWith(in_section ? "mine.toml:6: " : "mine.toml:5: ")) << line;
        EXPECT_THAT(told, HasSubstr(range)) << line;
    }
    EXPECT_THAT(complaint("description = 1\n"), testing::StartsWith("mine.toml:1: 'description'"));
    EXPECT_THAT(complaint("pauses = 3\n" + min), testing::StartsWith("mine.toml:1: 'pauses'"));
}

TEST_F(VoiceProfile, TakesAVariantBesideItself) {
    std::filesystem::create_directories(folder_.path() / "variants");
    std::ofstream(folder_.path() / "variants" / "mine") << "pitch 80 120\n";
    const Voice voice = load(min + "variant_file = \"variants/mine\"\n");
    EXPECT_EQ(voice.engine.variant_content, "pitch 80 120\n");
    EXPECT_NE(describe_sound(voice), describe_sound(load(min)));
    EXPECT_THAT(complaint(min + "variant_file = \"variants/none\"\n"), HasSubstr("variants/none"));
    EXPECT_THAT(complaint(min + "variant = \"f2\"\nvariant_file = \"variants/mine\"\n"),
                HasSubstr("keep one"));
}

// The engine writes a formant wherever its number leads, and crashed; any other file was taken for a variant.
TEST_F(VoiceProfile, RefusesVariantsThatTheEngineCannotRead) {
    const std::vector<std::pair<const char*, const char*>> bad = {
        {"formant 9 100 100 100", "there is no formant 9"},
        {"formant -1 100 100 100", "there is no formant -1"},
        {"formant 1000000 1 1 1", "'1000000' is not possible"},
        {"pitch 99999999999999999999 1", "'99999999999999999999' is not possible"},
        {"\x7F\x45LF", "is this such a file"},
        {"root:x:0:0", "is this such a file"},
    };
    for (const auto& [line, message] : bad) {
        std::ofstream(folder_.path() / "bad") << "// A variant.\n\n" << line << '\n';
        const std::string told = complaint(min + "variant_file = \"bad\"\n");
        EXPECT_THAT(told, HasSubstr("bad:3: ")) << line;
        EXPECT_THAT(told, HasSubstr(message)) << line;
    }
}

TEST_F(VoiceProfile, HasALanguage) {
    EXPECT_THAT(complaint("description = \"x\"\nlanguage = \"?\"\n[engine]\nvoice = \"gmw/en-US\"\n"),
                HasSubstr("'language' is '?', which is not a language"));
}

/// Profiles that named themselves, or each other, were loaded until the stack overflowed.
TEST_F(VoiceProfile, CannotSpeakARoleOfItself) {
    const std::string refusal = "cannot be used for a role: its own roles use other voices";
    for (const std::string role : {"quotation", "heading"}) {
        EXPECT_THAT(complaint(min + '[' + role + "]\nvoice = \"mine\"\n"), HasSubstr(refusal)) << role;
        (void)write(min + '[' + role + "]\nvoice = \"mine\"\n", "other");
        EXPECT_THAT(complaint(min + '[' + role + "]\nvoice = \"other\"\n"), HasSubstr(refusal)) << role;
    }
}

TEST_F(VoiceProfile, SwitchesAnnouncements) {
    const Voice voice = load(min + "[announcements]\nopening = false\n");
    EXPECT_FALSE(voice.announcements.opening);
    EXPECT_TRUE(voice.announcements.chapter_titles);
    EXPECT_TRUE(voice.announcements.closing);
    EXPECT_THAT(complaint(min + "[announcements]\nclosing = 1\n"), HasSubstr("must be true or false"));
}

TEST_F(VoiceProfile, ReportsInvalidTomlAndMissingKeys) {
    EXPECT_THAT(complaint(min + "pitch = = 3\n"), testing::StartsWith("mine.toml:5: is not valid TOML"));
    EXPECT_THAT(complaint(""), HasSubstr("lacks 'description'"));
    EXPECT_THAT(complaint("description = \"x\"\n"), HasSubstr("lacks 'language'"));
    EXPECT_THAT(complaint("description = \"x\"\nlanguage = \"en\"\n"), HasSubstr("lacks 'engine.voice'"));
    EXPECT_THAT(complaint(std::string("\xFF\0\1", 3)), testing::StartsWith("mine.toml"));
}

TEST_F(VoiceProfile, ThatIsUnknownListsTheKnownOnes) {
    (void)write(min, "first");
    (void)write(min, "second");
    for (const char* name : {"third", "", "firs", "../first", "FIRST"}) {
        try {
            (void)load_voice(folder_.path(), name);
            FAIL() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::voice);
            EXPECT_THAT(error.what(), HasSubstr("first, second"));
        }
    }
    EXPECT_EQ(load_voice(folder_.path(), "second").name, "second");
}

TEST_F(VoiceProfile, ThatIsAMissingFileIsNamed) {
    try {
        (void)load_voice(folder_.path(), "absent.toml");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::voice);
        EXPECT_THAT(error.to_string(), HasSubstr("absent.toml"));
    }
}

TEST_F(VoiceProfile, IsSpokenFasterWithShorterPauses) {
    const Voice voice = load(min);
    const Voice fast = at_speed(voice, 2);
    EXPECT_EQ(fast.engine.words_per_minute, 2 * voice.engine.words_per_minute);
    EXPECT_EQ(fast.pauses.comma, voice.pauses.comma / 2);
    EXPECT_EQ(fast.pauses.tail, voice.pauses.tail / 2);
    EXPECT_EQ(fast.engine.pitch, voice.engine.pitch);
    EXPECT_EQ(describe_sound(at_speed(voice, 1)), describe_sound(voice));
    EXPECT_NE(describe_sound(fast), describe_sound(voice));
}

TEST(ShippedVoices, Load) {
    std::vector<std::string> names;
    for (const Voice& voice : load_voices(std::filesystem::path(RECITAL_SOURCE_DIR) / "voices")) {
        names.push_back(voice.name);
        EXPECT_FALSE(voice.description.empty()) << voice.name;
    }
    EXPECT_THAT(names, testing::IsSupersetOf({"british", "clear", "female", "narrator"}));
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

} // namespace
} // namespace recital
