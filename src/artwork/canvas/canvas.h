// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace recital {

/// Red, green, blue and opacity, 0 to 1.
struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 1;

    [[nodiscard]] Colour with_alpha(double opacity) const { return {red, green, blue, opacity}; }
};

/// A position in points from the top left corner.
struct Point {
    double x = 0;
    double y = 0;
};

struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct LineStyle {
    Colour colour;
    double width = 1;
    double dash = 0; ///< length of dashes and gaps, points; 0: solid
};

struct TextStyle {
    double size = 12; ///< of the font, in points
    Colour colour;
    bool bold = false;
    double anchor = 0;    ///< the part of the text at its x: 0 the left end, 0.5 the middle, 1 the right end
    double max_width = 0; ///< points; longer texts end in an ellipsis; 0: unlimited
    std::string families = "DejaVu Sans, sans-serif"; ///< font families; the first that has a glyph is used
    std::string language = {};                        ///< BCP 47; selects language-specific glyphs
    double spacing = 0;                               ///< between letters, in points
};

/// Pixels, row by row from the top, three bytes each: red, green, blue.
struct Raster {
    int width = 0;
    int height = 0;
    std::string rgb;
};

/// A drawing for an SVG or a PNG file, made with Cairo; text in any script is set by Pango.
class Canvas {
public:
    /// `kind` is "svg" or "png"; the size is in points, which are pixels of a PNG. Throws an `engine` error.
    Canvas(const std::string& kind, double width, double height);
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas();

    void fill(const Rectangle& rectangle, const Colour& colour);
    /// Fills a closed shape.
    void fill(std::span<const Point> corners, const Colour& colour);
    void line(std::span<const Point> points, const LineStyle& style);

    /// `place` is the left, middle or right end of the first baseline. Returns the width drawn.
    double text(const Point& place, const std::string& text, const TextStyle& style);
    /// The width that the text would have, points.
    [[nodiscard]] double width_of(const std::string& text, const TextStyle& style);

    /// Restricts all further drawing to the rectangle, until `unclip`.
    void clip(const Rectangle& rectangle);
    void unclip();

    /// The bytes of the finished file; nothing may be drawn afterwards. Throws an `engine` error.
    [[nodiscard]] std::string finish();
    /// The finished drawing as pixels; for kind "png" only.
    [[nodiscard]] Raster finish_raster();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Identifies everything on this machine that text rendering depends on: versions of the libraries and
/// installed font families. Equal values mean equal drawings.
[[nodiscard]] std::string drawing_environment();

/// The kind of drawing for a file name's extension, in lower case ("svg", "png"); empty if it is not
/// supported.
[[nodiscard]] std::string drawing_kind(const std::filesystem::path& file);

} // namespace recital
