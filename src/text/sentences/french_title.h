// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"
#include "text/sentences/surroundings.h"

namespace recital {

/// Whether "M." is monsieur and no initial: before a French particle ("de", "l'"), another title or a French
/// given name, or before a surname if its letters or another word of the sentence are French.
[[nodiscard]] bool is_french_title(const Surroundings& around, const Language& language);

} // namespace recital
