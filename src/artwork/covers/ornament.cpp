// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/ornament.h"

#include "artwork/covers/brush.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace recital {

namespace {

using std::numbers::pi;

/// The grooves of a record, one band of them lit.
void draw_grooves(Brush& brush) {
    const Rectangle& area = brush.area();
    const Point centre{brush.between(0.15, 0.85) * area.width, brush.between(0.35, 1.0) * area.height};
    const double spacing = brush.between(17, 26);
    const auto label = static_cast<int>(brush.between(5, 9));
    const auto lit = static_cast<int>(brush.between(label + 4, 26));
    const auto lit_rings = static_cast<int>(brush.between(2, 5));
    for (int n = label; n * spacing < 1.7 * area.width; ++n) {
        const bool is_lit = n >= lit && n < lit + lit_rings;
        brush.ring(centre, n * spacing, {is_lit ? brush.accent() : brush.quiet(), is_lit ? 6.0 : 2.5});
    }
    brush.disc(centre, (label - 1.5) * spacing, brush.accent());
    brush.disc(centre, 16, brush.ground());
}

/// Staves that swell like fabric, with a few notes on one of them.
void draw_staves(Brush& brush) {
    const Rectangle& area = brush.area();
    const double gap = brush.between(23, 30);
    const double period = brush.between(0.7, 1.4) * area.width;
    const double phase = brush.between(0, 2 * pi);
    const double swell = brush.between(40, 80);
    const double pitch = 8.2 * gap;
    const auto staff_y = [&](double x, double base, double line) {
        const double pinch = 1 + 0.35 * std::sin(2 * pi * x / period * 0.7 + phase * 1.7 + base / 300);
        return base + swell * std::sin(2 * pi * x / period + phase) + (line - 2) * gap * pinch;
    };
    const double first = brush.between(-0.2, 0.4) * pitch;
    for (const double base : every(first, area.height + pitch, pitch)) {
        for (int line = 0; line < 5; ++line) {
            brush.curve(0, area.width, {brush.quiet(), 3}, [&](double x) { return staff_y(x, base, line); });
        }
    }
    double x = brush.between(120, 220);
    while (x < area.width - 100) {
        const double base = first + pitch * (1 + static_cast<double>(brush.one_of(3)));
        const Point head{x, staff_y(x, base, 0.5 * static_cast<double>(brush.one_of(9)))};
        brush.disc(head, gap * 0.52, brush.accent());
        const std::array<Point, 2> stem = {Point{head.x + gap * 0.48, head.y},
                                           Point{head.x + gap * 0.48, head.y - 3.3 * gap}};
        brush.stroke(stem, {brush.accent(), 5});
        x += brush.between(90, 230);
    }
}

/// Waves as on an oscilloscope, one in front of the other.
void draw_waves(Brush& brush) {
    const Rectangle& area = brush.area();
    const double spacing = brush.between(34, 46);
    const double middle = brush.between(0.3, 0.7) * area.width;
    const double breadth = brush.between(0.16, 0.28) * area.width;
    const auto lit = 4 + brush.one_of(12);
    std::size_t number = 0;
    for (const double base : every(150, area.height + 60, spacing)) {
        std::array<double, 6> height{};
        std::array<double, 6> phase{};
        for (std::size_t n = 0; n < height.size(); ++n) {
            height.at(n) = brush.between(10, 60) / (1 + 0.25 * static_cast<double>(n));
            phase.at(n) = brush.between(0, 2 * pi);
        }
        const auto y = [&](double x) {
            const double distance = (x - middle) / breadth;
            double sum = 0;
            for (std::size_t n = 0; n < height.size(); ++n) {
                sum += height.at(n) *
                       std::sin(x / area.width * 2 * pi * (2.0 + 2.3 * static_cast<double>(n)) + phase.at(n));
            }
            return base - std::exp(-distance * distance) * std::abs(sum);
        };
        std::vector<Point> hill = {{area.right(), area.bottom()}, {0, area.bottom()}};
        for (const double x : every(0, area.width + 0.5, 8)) {
            hill.push_back({x, y(x)});
        }
        brush.shape(hill, brush.ground());
        const bool is_lit = number++ == lit;
        brush.curve(0, area.width, {is_lit ? brush.accent() : brush.quiet(), is_lit ? 7.0 : 3.5}, y);
    }
}

/// Strings that vibrate in their partials.
void draw_strings(Brush& brush) {
    const Rectangle& area = brush.area();
    const std::size_t strings = 5 + brush.one_of(4);
    const double pitch = area.width / static_cast<double>(strings);
    const std::size_t lit = brush.one_of(strings);
    const double lean = brush.between(-70, 70);
    for (std::size_t n = 0; n < strings; ++n) {
        const double x = (static_cast<double>(n) + 0.5) * pitch;
        const double partial = 1 + static_cast<double>(brush.one_of(5));
        const double amplitude = brush.between(0.2, 0.4) * pitch;
        constexpr int copies = 7;
        for (int copy = -copies; copy <= copies; ++copy) {
            std::vector<Point> points;
            for (const double y : every(0, area.height + 0.5, 8)) {
                const double along = y / area.height;
                points.push_back(
                    {x + lean * (along - 0.5) + amplitude * copy / copies * std::sin(pi * partial * along),
                     y});
            }
            const Colour colour = n == lit ? brush.accent() : brush.quiet();
            brush.stroke(points, {colour.with_alpha(copy == 0 ? 1 : 0.75), copy == 0 ? 5.0 : 2.2});
        }
    }
}

/// Bars as high as sound is loud.
void draw_levels(Brush& brush) {
    const Rectangle& area = brush.area();
    const double width = brush.between(16, 26);
    const double pitch = 1.8 * width;
    const double middle = area.height * brush.between(0.46, 0.56);
    const std::array<double, 3> rate = {brush.between(2, 4), brush.between(5, 9), brush.between(11, 17)};
    const double phase = brush.between(0, 2 * pi);
    const double lit_from = brush.between(0.1, 0.7) * area.width;
    const double lit_to = lit_from + brush.between(0.12, 0.25) * area.width;
    for (const double x : every(pitch / 2, area.width, pitch)) {
        const double along = 2 * pi * x / area.width;
        const double swing = 0.5 + 0.22 * std::sin(rate[0] * along + phase) +
                             0.16 * std::sin(rate[1] * along + 2 * phase) + 0.12 * std::sin(rate[2] * along);
        const double height = std::max(width, 0.86 * area.height * swing * brush.between(0.6, 1) * 0.9);
        const Colour colour = x >= lit_from && x < lit_to ? brush.accent() : brush.quiet();
        brush.block({x - width / 2, middle - height / 2, width, height}, colour);
        brush.disc({x, middle - height / 2}, width / 2, colour);
        brush.disc({x, middle + height / 2}, width / 2, colour);
    }
}

/// Tiles of quarter and half circles.
void draw_tiles(Brush& brush) {
    const Rectangle& area = brush.area();
    const std::size_t columns = 5 + brush.one_of(3);
    const double side = area.width / static_cast<double>(columns);
    for (const double y : every(0, area.height, side)) {
        for (std::size_t column = 0; column < columns; ++column) {
            const double x = side * static_cast<double>(column);
            const double turn = pi / 2 * static_cast<double>(brush.one_of(4));
            const bool is_lit = brush.between(0, 1) < 0.16;
            const Colour colour = is_lit ? brush.accent() : brush.quiet(brush.between(0, 1) < 0.4 ? 0.5 : 1);
            const double corner = turn + pi / 4; // the quarter opens away from the corner it is in
            const Point centre{x + side / 2 - side / 2 * std::copysign(1.0, std::cos(corner)),
                               y + side / 2 - side / 2 * std::copysign(1.0, std::sin(corner))};
            const std::size_t form = brush.one_of(5);
            if (form <= 2) {
                std::vector<Point> quarter = Brush::arc(centre, side, turn, turn + pi / 2);
                quarter.push_back(centre);
                brush.shape(quarter, colour);
                if (form == 2) {
                    quarter = Brush::arc(centre, side / 2, turn, turn + pi / 2);
                    quarter.push_back(centre);
                    brush.shape(quarter, brush.ground());
                }
            } else if (form == 3) {
                brush.disc({x + side / 2, y + side / 2}, side * 0.3, colour);
            }
        }
    }
}

/// The curve of a harmonograph: two damped pendulums at right angles.
void draw_pendulum(Brush& brush) {
    const Rectangle& area = brush.area();
    constexpr std::array<std::array<double, 2>, 6> ratios = {
        {{1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}, {1, 3}}}; // of the intervals of just intonation
    const auto& ratio = ratios.at(brush.one_of(ratios.size()));
    const double phase = brush.between(0.2, pi / 2);
    const double drift = brush.between(0.004, 0.012);
    constexpr int rounds = 18;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Point> points;
        for (int n = 0; n <= 420; ++n) {
            const double t = 2 * pi * (n / 420.0);
            const double shrink = 1 - 0.036 * (round + n / 420.0);
            const double shift = phase + drift * 2 * pi * (round + n / 420.0);
            points.push_back({area.width * (0.5 + 0.44 * shrink * std::sin(ratio[0] * t + shift)),
                              area.height * (0.5 + 0.44 * shrink * std::sin(ratio[1] * t))});
        }
        const bool is_lit = round == 0 || round == rounds / 2;
        brush.stroke(points, {is_lit ? brush.accent() : brush.quiet(), is_lit ? 6.0 : 3.0});
    }
}

/// A rose window of nested curves.
void draw_rose(Brush& brush) {
    const Rectangle& area = brush.area();
    const double petals = 3 + static_cast<double>(brush.one_of(7));
    const double depth = brush.between(0.12, 0.3);
    const double twist = brush.between(-0.05, 0.05);
    const Point centre{area.width * brush.between(0.3, 0.7), area.height * brush.between(0.45, 0.6)};
    const int lit = 5 + static_cast<int>(brush.one_of(12));
    for (int n = 1; n < 44; ++n) {
        std::vector<Point> points;
        for (int k = 0; k <= 360; ++k) {
            const double angle = 2 * pi * k / 360;
            const double radius = 24.0 * n * (1 + depth * std::cos(petals * (angle + twist * n)));
            points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        brush.stroke(points, {n == lit ? brush.accent() : brush.quiet(), n == lit ? 8.0 : 3.0});
    }
    brush.disc(centre, 13, brush.accent());
}

/// The keys of a piano, some of them pressed.
void draw_keys(Brush& brush) {
    const Rectangle& area = brush.area();
    constexpr std::array<bool, 7> has_black = {true, true, false, true, true, true, false}; // right of C to B
    const std::size_t keys = 14 + brush.one_of(8);
    const double width = area.width / static_cast<double>(keys);
    const std::size_t first = brush.one_of(7);
    const std::size_t spacing = 3 + brush.one_of(3);
    const std::size_t offset = brush.one_of(spacing);
    const double black_end = area.height * 0.62;
    for (std::size_t n = 0; n < keys; ++n) {
        const double x = width * static_cast<double>(n);
        const bool pressed = n % spacing == offset && brush.between(0, 1) < 0.6;
        brush.block({x + 3, 0, width - 6, area.height - 40}, pressed ? brush.accent() : brush.quiet());
    }
    for (std::size_t n = 0; n + 1 < keys; ++n) {
        if (has_black.at((first + n) % has_black.size())) {
            brush.block({width * static_cast<double>(n + 1) - 0.31 * width, 0, 0.62 * width, black_end},
                        brush.ground());
        }
    }
}

/// Points as large as two waves that meet are high.
void draw_ripples(Brush& brush) {
    const Rectangle& area = brush.area();
    const std::array<Point, 2> sources = {
        Point{brush.between(0, 0.45) * area.width, brush.between(0, 1) * area.height},
        Point{brush.between(0.55, 1) * area.width, brush.between(0, 1) * area.height}};
    const double length = brush.between(330, 620);
    constexpr double pitch = 35;
    for (const double y : every(pitch / 2, area.height, pitch)) {
        for (const double x : every(pitch / 2, area.width, pitch)) {
            double height = 0;
            for (const Point& source : sources) {
                height += 0.5 * std::cos(2 * pi * std::hypot(x - source.x, y - source.y) / length);
            }
            const double radius = pitch * (0.07 + 0.37 * (0.5 + 0.5 * height));
            brush.disc({x, y}, radius, height > 0.82 ? brush.accent() : brush.quiet());
        }
    }
}

constexpr std::array ornaments = {draw_grooves, draw_staves,   draw_waves, draw_strings, draw_levels,
                                  draw_tiles,   draw_pendulum, draw_rose,  draw_keys,    draw_ripples};

} // namespace

std::size_t ornament_kinds() {
    return ornaments.size();
}

void draw_ornament(Canvas& canvas, const Rectangle& area, const Palette& palette, std::size_t kind,
                   std::uint64_t seed) {
    Brush brush(canvas, area, palette, seed);
    canvas.clip(area);
    ornaments.at(kind)(brush);
    canvas.unclip();
}

} // namespace recital
