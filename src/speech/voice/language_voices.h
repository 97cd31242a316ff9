// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The engine's voice for one language.
struct LanguageVoice {
    std::string tag;          ///< BCP 47
    std::string engine_voice; ///< eSpeak NG voice file below its `lang` folder
    std::string name;         ///< of the language, in English
};

/// Which of the engine's voices reads which language: `languages.tsv` of the folder of voice profiles.
class LanguageVoices {
public:
    /// Throws an error with file and line for a bad entry.
    explicit LanguageVoices(const std::filesystem::path& folder);

    [[nodiscard]] const std::vector<LanguageVoice>& all() const { return voices_; }

    /// The profile as it reads a text in the language: itself in its own language and in one that the engine
    /// has no voice for, otherwise with the engine's voice for the language and all other settings kept, its
    /// variant included.
    [[nodiscard]] Voice reading(Voice voice, std::string_view language) const;

    /// What the language is called in English, as far as known here; otherwise its tag.
    [[nodiscard]] std::string name_of(std::string_view language) const;

private:
    [[nodiscard]] const LanguageVoice* find(std::string_view language) const;

    std::vector<LanguageVoice> voices_;
};

} // namespace recital
