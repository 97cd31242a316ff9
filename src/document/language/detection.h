// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// The BCP 47 tag for the language that a source declares: a tag ("pt_BR" gives "pt-BR"), or a name in
/// English or in the language itself ("Spanish", "Deutsch"). Empty for anything else.
[[nodiscard]] std::string language_tag(std::string_view name);

/// The language of the script that most of the text's beginning is in (see ScriptCounter); if that is Latin,
/// the one with the most function words in the text (`data/languages/function_words/<code>.txt`); "en" if the
/// text is too short to decide, or no other language is clearly ahead. A BCP 47 tag.
[[nodiscard]] std::string detect_language(const std::vector<Block>& blocks);

/// Gives the outline a language tag: the declared one, otherwise the detected one. A guess other than English
/// and an unknown declared language are reported in a diagnostic. `name` is used in messages.
void decide_language(Outline& outline, const std::string& name);

} // namespace recital
