// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <cstddef>
#include <string>

namespace recital {

/// Limit in bytes; longer texts are left out: players read all tags before they play, and some keep them in
/// memory.
constexpr std::size_t max_lyrics_bytes = std::size_t{256} * 1024;

/// The texts of a book's chapters, concatenated, for the lyrics field; empty if there is none or they are
/// longer than `max_lyrics_bytes`.
[[nodiscard]] std::string lyrics(const Book& book);

} // namespace recital
