// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/plots/layout.h"

#include <algorithm>
#include <array>

namespace recital {

double time_step(double seconds, double points, double min_points) {
    constexpr std::array<double, 16> steps = {1,   2,   5,   10,   15,   30,   60,    120,
                                              300, 600, 900, 1800, 3600, 7200, 10800, 21600};
    const double min = seconds / points * min_points;
    const auto* const fits = std::lower_bound(steps.begin(), steps.end(), min);
    double step = fits == steps.end() ? steps.back() : *fits;
    while (step < min) {
        step *= 2;
    }
    return step;
}

std::vector<LabelPlace> place_labels(std::span<const LabelWish> wishes, std::size_t rows, double right,
                                     double gap) {
    std::vector<LabelPlace> places;
    std::vector<double> free_from(rows, -1e9);
    for (std::size_t n = 0; n < wishes.size(); ++n) {
        const LabelWish& wish = wishes[n];
        for (std::size_t row = 0; row < rows; ++row) {
            const double x = std::max(free_from[row], std::min(wish.x, right - wish.width));
            const double width = std::min(wish.width, right - x);
            if (x > wish.x || width < wish.width / 2) {
                continue;
            }
            places.push_back({n, row, x, width});
            free_from[row] = x + width + gap;
            break;
        }
    }
    return places;
}

} // namespace recital
