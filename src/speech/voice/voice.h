// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "text/script/announcements.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// How the engine speaks.
struct EngineSettings {
    std::string voice;             ///< eSpeak NG voice file below its `lang` folder, for example "gmw/en-US"
    std::string variant;           ///< eSpeak NG variant laid over it, for example "f2"; empty for none
    std::string variant_file;      ///< used instead: our own variant, a file next to the profile
    std::string variant_content;   ///< of that file
    double words_per_minute = 175; ///< the engine's speaking rate, its own short pauses included: 80 to 450
    double evenness = 0.5;   ///< how much faster sentences of long words are spoken, 0 to 1: see `pace_of`
    double pitch = 50;       ///< base pitch, 0 to 99
    double pitch_range = 50; ///< liveliness of the pitch, 0 (monotone) to 99
    double amplitude = 55;   ///< 1 to 60; above that the engine's overflow guard distorts

    bool operator==(const EngineSettings&) const = default;
};

/// How the speech for a kind of text differs from that for running text.
struct RoleSettings {
    double rate = 1;        ///< times the voice's rate, 0.5 to 2
    double pitch = 0;       ///< added to the voice's base pitch, -50 to 50
    std::string voice = {}; ///< profile whose engine settings are used instead, for whole sentences; or empty
    std::optional<EngineSettings> engine = {}; ///< of that profile
};

/// Pauses in seconds, from the end of audible speech to its next start.
struct PauseSettings {
    double head = 0.75;              ///< before the first word of the book
    double comma = 0.30;             ///< inside a sentence, after a comma or where the voice breathes
    double dash = 0.38;              ///< inside a sentence, at dashes and parentheses
    double semicolon = 0.45;         ///< inside a sentence, after semicolons and colons
    double sentence = 0.65;          ///< between sentences of one paragraph
    double long_sentence = 0.70;     ///< after a long sentence
    double long_sentence_words = 25; ///< the number of words from which a sentence is long
    double paragraph = 1.2;          ///< between paragraphs
    double title = 1.5;              ///< after a spoken chapter title
    double chapter = 2.5;            ///< before a chapter with a heading
    double tail = 3.0;               ///< after the last word of the book
};

/// The loudness of the book.
struct LoudnessSettings {
    std::string measure = "integrated"; ///< which of the next two applies: "integrated" or "rms"
    double integrated = -19;            ///< programme loudness in LUFS (ITU-R BS.1770), -40 to -10
    double rms = -20;      ///< of the whole book, pauses included, in dB below full scale, -40 to -10
    double true_peak = -3; ///< ceiling of the decoded file in dBTP, -20 to 0
};

/// Audio processing of the speech.
struct SoundSettings {
    double high_pass = 60;            ///< frequencies below are removed, Hz: 20 to 200
    double shelf_frequency = 3500;    ///< the treble above is attenuated, Hz: 1000 to 10000
    double shelf_gain = -2.5;         ///< gain of the treble, dB: -12 to 0
    std::string converter = "medium"; ///< libsamplerate's sinc converter: "best", "medium" or "fast"
    double room_tone = -80;           ///< RMS of the added noise, in dBFS: -120 to -60
};

/// What tests/bench/sound_table.py measured of a voice; 0 where it did not.
struct VoiceMeasures {
    double word_error_rate = 0; ///< of a recogniser for American English, percent
    double pitch = 0;           ///< median, Hz
    double pitch_spread = 0;    ///< from the 10th to the 90th percentile, semitones
};

/// A voice profile: everything that decides how a book sounds, from `voices/<name>.toml`.
struct Voice {
    std::string name;
    std::string description;
    std::string language; ///< BCP 47 tag of the language it reads best
    std::string target;   ///< the delivery target; empty for none
    EngineSettings engine;
    RoleSettings heading{0.94, -4};  ///< chapter titles and announcements
    RoleSettings quotation{1, 4};    ///< quoted sentences
    RoleSettings emphasis{0.85, 24}; ///< stressed words, relative to their sentence
    RoleSettings foreign_name{};     ///< names spoken as in their language, likewise
    PauseSettings pauses;
    Announcements announcements;
    LoudnessSettings loudness;
    SoundSettings sound;
    VoiceMeasures measured;
};

/// The profile that is used by default.
inline constexpr const char* default_voice = "narrator";

/// Slowest and fastest speech that the engine makes without silently changing the rate, in words a minute.
inline constexpr double slowest_words_per_minute = 80;
inline constexpr double fastest_words_per_minute = 450;

/// Loads `folder`/<name>.toml, or the file itself where `name` is a path that ends in ".toml". What the
/// `target` that it names, `folder`/targets/<target>.toml, sets holds where the profile itself says nothing.
/// Unknown names are a `voice` error that lists the known ones; unknown keys and bad values are `voice`
/// errors with file and line.
[[nodiscard]] Voice load_voice(const std::filesystem::path& folder, const std::string& name);

/// All profiles of the folder, by name.
[[nodiscard]] std::vector<Voice> load_voices(const std::filesystem::path& folder);

/// The profile with `factor` times the speaking rate, and its pauses shortened accordingly.
[[nodiscard]] Voice at_speed(Voice voice, double factor);

/// Every setting that shapes the sound of speech, one "section.key=value" a line, in a fixed order: part of
/// what names a take. Pauses at the borders of takes are not among them, nor is what only stressed words
/// have: see describe_inflections.
[[nodiscard]] std::string describe_sound(const Voice& voice);

/// The same for what the engine itself says, before anything is done to the sound: part of what names kept
/// speech.
[[nodiscard]] std::string describe_speech(const Voice& voice);

/// Every setting of the profile that shapes a book, in a fixed order.
[[nodiscard]] std::string describe_profile(const Voice& voice);

/// Like `describe_sound`, for the settings of stressed words.
[[nodiscard]] std::string describe_inflections(const Voice& voice);

} // namespace recital
