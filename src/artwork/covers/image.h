// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/canvas/canvas.h"
#include "container/book/cover.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// Most pixels of a cover's side, and of the cover of a chapter's own file, which is often shorter than a
/// large picture.
inline constexpr int cover_side = 1400;
inline constexpr int chapter_cover_side = 500;
/// Most bytes of a cover.
inline constexpr std::size_t max_cover_bytes = 300'000;

/// The picture as a JPEG in the best quality that keeps to `max_cover_bytes`, and made smaller where none
/// does. Throws an `engine` error.
[[nodiscard]] Cover encode_cover(const Raster& picture);

/// A JPEG or PNG file, which its first bytes tell and not its name, as a cover: turned upright, made smaller
/// where a side has more than `max_side` pixels, on white where it is transparent, without whatever else the
/// file holds. Throws an `input` error that says what is wrong with it.
[[nodiscard]] Cover read_cover(std::string_view bytes, int max_side = cover_side);

} // namespace recital
