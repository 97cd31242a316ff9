// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/canvas/canvas.h"
#include "artwork/covers/ornament.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numbers>
#include <span>
#include <vector>

namespace recital {

/// The positions from `first` up to but not including `end`, `step` apart.
inline std::vector<double> every(double first, double end, double step) {
    std::vector<double> places(static_cast<std::size_t>(std::max(0.0, std::ceil((end - first) / step))));
    for (std::size_t n = 0; n < places.size(); ++n) {
        places[n] = first + static_cast<double>(n) * step;
    }
    return places;
}

/// Drawing tools for an ornament. Random numbers come from splitmix64 (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", 2014), which is the same on every machine.
class Brush {
public:
    Brush(Canvas& canvas, const Rectangle& area, const Palette& palette, std::uint64_t seed)
        : canvas_(canvas), area_(area), palette_(palette), state_(seed) {}

    [[nodiscard]] const Rectangle& area() const { return area_; }
    [[nodiscard]] Colour quiet(double alpha = 1) const { return palette_.line.with_alpha(alpha); }
    [[nodiscard]] Colour accent(double alpha = 1) const { return palette_.accent.with_alpha(alpha); }
    [[nodiscard]] Colour ground() const { return palette_.ground; }

    /// A random number from `low` to below `high`.
    double between(double low, double high) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        mixed ^= mixed >> 31U;
        return low + (high - low) * (static_cast<double>(mixed >> 11U) / 9007199254740992.0); // 2^53
    }

    /// A random integer from 0 to `count` - 1.
    std::size_t one_of(std::size_t count) {
        return std::min(count - 1, static_cast<std::size_t>(between(0, static_cast<double>(count))));
    }

    /// Draws the curve y(x) for x between `from` and `to`.
    void curve(double from, double to, const LineStyle& style, const std::function<double(double)>& y) {
        constexpr double step = 5;
        std::vector<Point> points;
        for (const double x : every(from, to, step)) {
            points.push_back({x, y(x)});
        }
        points.push_back({to, y(to)});
        canvas_.line(points, style);
    }

    /// Points of an arc, clockwise; angles in radians from the x axis.
    static std::vector<Point> arc(const Point& centre, double radius, double from, double to) {
        const int steps = std::max(12, static_cast<int>(radius * std::abs(to - from) / 6));
        std::vector<Point> points;
        for (int n = 0; n <= steps; ++n) {
            const double angle = from + (to - from) * n / steps;
            points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        return points;
    }

    void ring(const Point& centre, double radius, const LineStyle& style) {
        canvas_.line(arc(centre, radius, 0, 2 * std::numbers::pi), style);
    }
    void disc(const Point& centre, double radius, const Colour& colour) {
        canvas_.fill(arc(centre, radius, 0, 2 * std::numbers::pi), colour);
    }
    void shape(std::span<const Point> corners, const Colour& colour) { canvas_.fill(corners, colour); }
    void block(const Rectangle& rectangle, const Colour& colour) { canvas_.fill(rectangle, colour); }
    void stroke(std::span<const Point> points, const LineStyle& style) { canvas_.line(points, style); }

private:
    Canvas& canvas_;
    Rectangle area_;
    Palette palette_;
    std::uint64_t state_;
};

} // namespace recital
