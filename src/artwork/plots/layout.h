// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

/// The distance between the marks of a time axis, seconds: the least of 5 s, 10 s, ... 1 min, ... 1 h, ...
/// that leaves `min_points` between two marks on an axis of `points` for `seconds`.
[[nodiscard]] double time_step(double seconds, double points, double min_points);

/// A label that wants to begin at `x` and would need `width`, both in points.
struct LabelWish {
    double x = 0;
    double width = 0;
};

/// Where a label got its place.
struct LabelPlace {
    std::size_t label = 0; ///< index of the wish
    std::size_t row = 0;
    double x = 0;
    double width = 0; ///< room, not more than was wished for
};

/// Lays labels out in `rows` rows up to `right` so that none touches another, in the order of their wishes,
/// which are sorted by x. One that finds no room in any row is left out; one at the right end is moved to the
/// left or shortened, to half its width at most. `gap` stays free between neighbours.
[[nodiscard]] std::vector<LabelPlace> place_labels(std::span<const LabelWish> wishes, std::size_t rows,
                                                   double right, double gap);

} // namespace recital
