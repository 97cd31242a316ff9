// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <string>
#include <string_view>

namespace recital {

/// Throws an `input` error with reason and remedy if the text is in a language of which the engine cannot
/// read a script that the text has (`data/languages/unreadable_scripts.tsv`): Japanese with kanji without
/// readings.
void require_readable(const Document& document);

/// What a person can do about such a text in the language, a BCP 47 tag; empty if the engine can read it.
[[nodiscard]] std::string remedy_for_script(std::string_view text, std::string_view language);

} // namespace recital
