// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/canvas/canvas.h"

#include <cstddef>
#include <cstdint>

namespace recital {

/// The colours of a drawn cover, see data/covers/palettes.tsv.
struct Palette {
    Colour ground;
    Colour ink;
    Colour line;
    Colour accent;
};

/// How many kinds of ornament there are.
[[nodiscard]] std::size_t ornament_kinds();

/// Fills `area` with a quiet ornament of that kind, from 0; `seed` gives it its shape. The same arguments
/// draw the same.
void draw_ornament(Canvas& canvas, const Rectangle& area, const Palette& palette, std::size_t kind,
                   std::uint64_t seed);

} // namespace recital
