// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"
#include "text/sentences/surroundings.h"

namespace recital {

/// Whether the abbreviation belongs to credits or a list of instruments: "(bar.)", "sop., ten.;",
/// "fl., ob. and hn.", "sop. A. Bell; ten. J. Roe", "Lester Young (ts)".
[[nodiscard]] bool is_credit(const Surroundings& around, const Language& language);

} // namespace recital
