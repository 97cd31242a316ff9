// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

[[nodiscard]] bool is_year(const Cursor& cursor, std::size_t index);

/// Was born in 1957: a year that no other number of the sentence makes a count.
bool recognise_year(Cursor& cursor);

/// '68, '60s
bool recognise_short_year(Cursor& cursor);

/// 1900?–1950, 1900–?, ?–1950: a doubtful year and an unknown one.
bool recognise_doubtful_year(Cursor& cursor);

/// The marks of a birth and a death before a date: (* 1890, † 1950)
bool recognise_life_mark(Cursor& cursor);

void verbalize(const Year& year, Verbalization& speech);

} // namespace recital
