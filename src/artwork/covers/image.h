// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/canvas/canvas.h"
#include "container/book/cover.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// Maximum side of a cover in pixels, and that of the cover of a chapter file, whose audio is often smaller
/// than a large picture.
inline constexpr int cover_side = 1400;
inline constexpr int chapter_cover_side = 500;
/// Maximum size of a cover in bytes.
inline constexpr std::size_t max_cover_bytes = 300'000;

/// Encodes the picture as a JPEG in the best quality that fits in `max_cover_bytes`; scales it down if no
/// quality fits. Throws an `engine` error.
[[nodiscard]] Cover encode_cover(const Raster& picture);

/// Makes a cover from a JPEG or PNG file (detected by its first bytes): turned upright, scaled down to
/// `max_side` pixels, on white if it is transparent, and without metadata. Throws an `input` error that says
/// what is wrong with the file.
[[nodiscard]] Cover read_cover(std::string_view bytes, int max_side = cover_side);

/// Loads the libraries of pictures and of drawing, as the functions above do otherwise when they are first
/// called: for a process that forks children which call them. Starts no thread. Throws an `engine` error if
/// one is missing.
void load_picture_libraries();

} // namespace recital
