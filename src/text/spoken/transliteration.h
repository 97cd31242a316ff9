// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// A word in letters that a voice for a language in Latin script reads: those of Latin-1 and Latin
/// Extended-A, apostrophes and hyphens. Other scripts are transliterated, other Latin letters lose their
/// marks; the rest is left out. (Voices name letters they do not know one by one.)
[[nodiscard]] std::string transliterate(std::string_view word);

} // namespace recital
