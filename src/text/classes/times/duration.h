// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// It runs 1:02:33: a length, unless it follows "at" or has too many hours for one.
bool recognise_running_time(Cursor& cursor, const Time& time, std::size_t after);

/// It lasts 4:33, a running time of 42:18: minutes and seconds.
bool recognise_minutes_and_seconds(Cursor& cursor);

/// Intro – 40s, (40s), 3 min 40s, lasts 40s, 30s of silence
bool recognise_seconds(Cursor& cursor);

/// 2h30m, 3m 45s: it has several parts, so the m does not mean million.
bool recognise_duration_by_letters(Cursor& cursor);

/// 3'45": more than eleven are not inches.
bool recognise_duration_by_primes(Cursor& cursor);

} // namespace recital
