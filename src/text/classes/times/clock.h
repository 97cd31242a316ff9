// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

inline constexpr unsigned hours_in_day = 24;

inline constexpr unsigned minutes_in_hour = 60;

/// The index after "a.m.", "pm", "P. M."; the index itself if there is none. Without stops it may be a word
/// of the language, as "am" is in German.
[[nodiscard]] std::size_t after_half_day(const Cursor& cursor, std::size_t index);

} // namespace recital
