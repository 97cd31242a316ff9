// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

/// The distance in seconds between ticks of a time axis: the smallest of 5 s, 10 s, ... 1 min, ... 1 h, ...
/// for which ticks are at least `min_points` apart, if the axis is `points` long and covers `seconds`.
[[nodiscard]] double time_step(double seconds, double points, double min_points);

/// A label that should begin at `x` and needs `width`, both in points.
struct LabelWish {
    double x = 0;
    double width = 0;
};

/// The place assigned to a label.
struct LabelPlace {
    std::size_t label = 0; ///< index of the wish
    std::size_t row = 0;
    double x = 0;
    double width = 0; ///< at most the requested width
};

/// Places labels in `rows` rows up to `right`, in the order of `wishes`, which are sorted by x, so that they
/// do not overlap and neighbours are at least `gap` apart. A label that fits in no row is left out; one at
/// the right end is moved to the left or shortened, to at least half its width.
[[nodiscard]] std::vector<LabelPlace> place_labels(std::span<const LabelWish> wishes, std::size_t rows,
                                                   double right, double gap);

} // namespace recital
