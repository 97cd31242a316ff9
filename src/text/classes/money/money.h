// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// $2.5 million, £500, ¥30b, US$1.2 billion, US $5, $.50, a $5 bill
bool recognise_money(Cursor& cursor);

/// 10 €, 50p
bool recognise_money_after(Cursor& cursor);

void verbalize(const Money& money, Verbalization& speech);

} // namespace recital
