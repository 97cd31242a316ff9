// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// The BCP 47 tag for the language that a source declares: a tag ("pt_BR" gives "pt-BR"), or a name in
/// English or in the language itself ("Spanish", "Deutsch"). Empty for anything else.
[[nodiscard]] std::string language_tag(std::string_view name);

/// A language that was detected.
struct DetectedLanguage {
    std::string tag;      ///< BCP 47
    bool evident = false; ///< false if nothing in the text shows it, and it is only the usual one
};

/// The language of the script that most of the text's beginning is in (see ScriptCounter); of several that
/// share it, the one that CLD2 detects. If the script is Latin: English if the text has English function
/// words
/// (`data/languages/function_words`) and no others; otherwise what CLD2 detects, unless function words
/// contradict. English if nothing decides.
[[nodiscard]] DetectedLanguage find_language(const std::vector<Block>& blocks);

/// The tag of `find_language`.
[[nodiscard]] std::string detect_language(const std::vector<Block>& blocks);

/// Replaces the language that the source declares if the words of its text are those of another one beyond
/// doubt, with a diagnostic: templates of pages often declare their own language. `name` is used in messages.
void correct_declared_language(Outline& outline, const std::string& name);

/// Gives the outline a language tag: the declared one, otherwise the detected one. A guess other than
/// English, one without evidence, and an unknown declared language are reported in a diagnostic. `name` is
/// used in messages.
void decide_language(Outline& outline, const std::string& name);

} // namespace recital
