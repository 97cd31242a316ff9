// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// +44 20 7946 0958, (212) 555-0199: after the sign of an international number, or an area code in
/// parentheses.
bool recognise_telephone(Cursor& cursor);

/// 020 7946 0958: three and more groups of digits of which the first starts with a zero.
bool recognise_grouped_digits(Cursor& cursor);

} // namespace recital
