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

/// The number of kinds of ornament.
[[nodiscard]] std::size_t ornament_kinds();

/// Fills `area` with an ornament of the given kind, 0 to ornament_kinds() - 1; `seed` determines its shape.
/// Equal arguments draw equal ornaments.
void draw_ornament(Canvas& canvas, const Rectangle& area, const Palette& palette, std::size_t kind,
                   std::uint64_t seed);

} // namespace recital
