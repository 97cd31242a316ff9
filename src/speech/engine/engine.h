// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine/markup.h"
#include "speech/engine/utterance.h"
#include "speech/voice/voice.h"
#include "text/script/script.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// eSpeak NG. The library keeps its state in globals: the same text sounds a little different each time in
/// one process, re-initialising it hangs, and it must not be used from two threads. Hence at most one Engine
/// in a process, a process for each take, and no destructor: a process that has spoken leaves by _exit.
class Engine {
public:
    /// Hz. Throws an `engine` error if the library or its data cannot be used.
    Engine();

    /// Sets voice and parameters; what was really loaded is checked. Throws a `voice` error.
    void use(const Voice& voice);

    /// Sets the rate and pitch of the voice in use for one sentence in a role.
    void prepare(const Voice& voice, const RoleSettings& role, std::string_view sentence);

    /// Speaks one sentence: words with a pronunciation by their phonemes; stressed words, parts that quote
    /// and foreign names as the profile of the voice has them. A clause that ends at a comma which stands for
    /// a dash is marked by a dash. Throws an `engine` error that quotes the sentence.
    [[nodiscard]] Utterance speak(const SpokenForm& sentence);

    /// What `speak` would say, in IPA as eSpeak NG writes it; clauses are separated by " | ".
    [[nodiscard]] std::string phonemes(std::string_view text,
                                       std::span<const Pronunciation> pronunciations = {});

    /// How the engine's voice for another language ("pl") reads a word, in IPA; empty if it has none. That
    /// voice stays in use.
    [[nodiscard]] std::string phonemes_in(const std::string& language, std::string_view word);

    /// Whether the voice's dictionary lists the word, so that no rule has to guess how it is said.
    [[nodiscard]] bool knows(std::string_view word);

    /// Hz.
    static constexpr int sample_rate = 22050;

private:
    void load(const EngineSettings& settings);
    [[nodiscard]] std::vector<VoiceCommand> commands_for(const SpokenForm& sentence) const;

    Voice voice_;                          ///< in use
    std::optional<EngineSettings> loaded_; ///< what the engine has of it, or of the voice of a role
    double rate_ = 0;                      ///< of the sentence, as `prepare` left the engine; words a minute
    double pitch_ = 0;                     ///< likewise
};

/// Folder of the engine's phoneme data and dictionaries, and the engine's version, without starting it.
struct EngineInfo {
    std::string data_folder;
    std::string version;
};
[[nodiscard]] EngineInfo engine_info();

} // namespace recital
