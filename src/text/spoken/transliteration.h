// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Writes a word in the letters that a voice for a Latin-script language can read: those of Latin-1 and Latin
/// Extended-A, apostrophes and hyphens. Other scripts are transliterated, other Latin letters lose their
/// diacritics; everything else is left out. (Voices spell out letters they do not know.)
[[nodiscard]] std::string transliterate(std::string_view word);

} // namespace recital
