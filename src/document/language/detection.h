// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// The BCP 47 tag that a source means by what it calls its language: a tag ("pt_BR" gives "pt-BR"), or a name
/// in English or in the language itself ("Spanish", "Deutsch"). Empty for what is neither.
[[nodiscard]] std::string language_tag(std::string_view name);

/// The language of the script that most of the text's beginning is in (see ScriptCounter); where that is
/// Latin, the one whose function words (`data/languages/function_words/<code>.txt`) it has most of; "en"
/// where the text is too short to tell, or no other language is clearly ahead.
[[nodiscard]] std::string detect_language(const std::vector<Block>& blocks);

/// Gives the outline a language tag: the declared one, otherwise the detected one. What is guessed and not
/// English is told in a diagnostic, as is a declared language that nobody knows.
void decide_language(Outline& outline, const std::string& name);

} // namespace recital
