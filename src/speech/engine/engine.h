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

/// eSpeak NG. The library keeps its state in globals: the same text sounds slightly different each time in
/// one process, re-initialising it hangs, and it must not be used from two threads. Hence there is at most
/// one Engine per process, one process per take, and no destructor: a process that has used the engine ends
/// by _exit.
class Engine {
public:
    /// Starts the engine. Throws an `engine` error if the library or its data cannot be used.
    Engine();

    /// Sets voice and parameters; checks what the engine really loaded. Throws a `voice` error if that
    /// differs.
    void use(const Voice& voice);

    /// Sets the rate and pitch of the voice in use for one sentence in a role.
    void prepare(const Voice& voice, const RoleSettings& role, std::string_view sentence);

    /// Speaks one sentence: words with a pronunciation by their phonemes; stressed words, quotations and
    /// foreign names with the settings of the voice's profile. A clause that ends at a comma that represents
    /// a dash is marked by a dash. Throws an `engine` error that quotes the sentence.
    [[nodiscard]] Utterance speak(const SpokenForm& sentence);

    /// What `speak` would say, in eSpeak NG's IPA; clauses are separated by " | ".
    [[nodiscard]] std::string phonemes(std::string_view text,
                                       std::span<const Pronunciation> pronunciations = {});

    /// The IPA with which the engine's voice for another language ("pl") reads a word; empty if there is no
    /// such voice. That voice stays in use afterwards.
    [[nodiscard]] std::string phonemes_in(const std::string& language, std::string_view word);

    /// Whether the voice's dictionary lists the word, so that its pronunciation does not depend on
    /// letter-to-sound rules.
    [[nodiscard]] bool knows(std::string_view word);

    /// Sample rate of utterances, Hz.
    static constexpr int sample_rate = 22050;

private:
    void load(const EngineSettings& settings);
    [[nodiscard]] std::vector<VoiceCommand> commands_for(const SpokenForm& sentence) const;

    Voice voice_; ///< in use
    std::optional<EngineSettings>
        loaded_;       ///< the settings loaded in the engine: its own, or those of a role's voice
    double rate_ = 0;  ///< of the sentence, as `prepare` left the engine; words a minute
    double pitch_ = 0; ///< likewise
};

/// Folder of the engine's phoneme data and dictionaries, and the engine's version, without starting it.
struct EngineInfo {
    std::string data_folder;
    std::string version;
};
[[nodiscard]] EngineInfo engine_info();

} // namespace recital
