// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine_markup.h"
#include "speech/utterance.h"
#include "speech/voice.h"
#include "text/script.h"

#include <span>
#include <string>
#include <string_view>

namespace recital {

/// eSpeak NG. The library keeps its state in globals: the same text sounds a little different each time in
/// one process, re-initialising it hangs, and it must not be used from two threads. Hence at most one Engine
/// in a process, a process for each take, and no destructor: a process that has spoken leaves by _exit.
class Engine {
public:
    /// Hz. Throws an `engine` error where the library or its data cannot be used.
    Engine();

    /// Sets voice and parameters; what was really loaded is checked. Throws a `voice` error.
    void use(const Voice& voice);

    /// Sets the rate and pitch of the voice in use for one sentence in a role.
    void prepare(const Voice& voice, const RoleSettings& role, std::string_view sentence);

    /// Speaks one sentence of plain text, words with a pronunciation by their phonemes and stressed ones as
    /// the profile of the voice has it. Throws an `engine` error that quotes it.
    [[nodiscard]] Utterance speak(std::string_view text, std::span<const Pronunciation> pronunciations = {},
                                  std::span<const TextRange> stresses = {});

    /// What `speak` would say, in IPA as eSpeak NG writes it; clauses are parted by " | ".
    [[nodiscard]] std::string phonemes(std::string_view text,
                                       std::span<const Pronunciation> pronunciations = {});

    /// How the engine's voice for another language ("pl") reads a word, in IPA; empty where it has none. That
    /// voice stays in use.
    [[nodiscard]] std::string phonemes_in(const std::string& language, std::string_view word);

    /// Whether the voice's dictionary lists the word, so that no rule has to guess how it is said.
    [[nodiscard]] bool knows(std::string_view word);

    /// Hz.
    static constexpr int sample_rate = 22050;

private:
    StressCommands stress_; ///< as `prepare` left the engine
};

/// Folder of the engine's phoneme data and dictionaries, and the engine's version, without starting it.
struct EngineInfo {
    std::string data_folder;
    std::string version;
};
[[nodiscard]] EngineInfo engine_info();

} // namespace recital
