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

/// The engine's voice for each language: `languages.tsv` in the folder of voice profiles.
class LanguageVoices {
public:
    /// Throws a `usage` error with file and line for a bad entry.
    explicit LanguageVoices(const std::filesystem::path& folder);

    [[nodiscard]] const std::vector<LanguageVoice>& all() const { return voices_; }

    /// The profile for a text in the language: unchanged in its own language and in one without an engine
    /// voice; otherwise with the engine's voice for that language and all other settings, including the
    /// variant, kept.
    [[nodiscard]] Voice reading(Voice voice, std::string_view language) const;

    /// The English name of the language, if known; otherwise its tag.
    [[nodiscard]] std::string name_of(std::string_view language) const;

private:
    [[nodiscard]] const LanguageVoice* find(std::string_view language) const;

    std::vector<LanguageVoice> voices_;
};

} // namespace recital
