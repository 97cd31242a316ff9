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

/// In points from the top left corner.
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
    double dash = 0; ///< length of dashes and gaps; 0: unbroken
};

struct TextStyle {
    double size = 12; ///< of the font, in points
    Colour colour;
    bool bold = false;
    double anchor = 0;    ///< what of the text is at its x: 0 its left end, 0.5 its middle, 1 its right end
    double max_width = 0; ///< longer texts end in an ellipsis; 0: any width
    std::string families = "DejaVu Sans, sans-serif"; ///< of fonts, the first that has a letter sets it
    std::string language = {};                        ///< BCP 47, where letters differ by it
    double spacing = 0;                               ///< between letters, in points
};

/// Pixels, row by row from the top, of three bytes each: red, green, blue.
struct Raster {
    int width = 0;
    int height = 0;
    std::string rgb;
};

/// A drawing that becomes an SVG or a PNG file, by Cairo, with text in any script by Pango.
class Canvas {
public:
    /// "svg" or "png", and the size in points, which are the PNG's pixels.
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
    [[nodiscard]] double width_of(const std::string& text, const TextStyle& style);

    /// What is drawn from now on shows inside the rectangle only, until `unclip`.
    void clip(const Rectangle& rectangle);
    void unclip();

    /// The finished file's bytes; nothing may be drawn after it. Throws an `engine` error.
    [[nodiscard]] std::string finish();
    /// The same as pixels, where the drawing is a PNG.
    [[nodiscard]] Raster finish_raster();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What letters are drawn with: the versions of the libraries and the families of fonts on this machine.
/// Where it is the same, so is a drawing.
[[nodiscard]] std::string drawing_environment();

/// The kind of drawing that a file's name asks for by its extension, in lower case; empty for none that can
/// be drawn.
[[nodiscard]] std::string drawing_kind(const std::filesystem::path& file);

} // namespace recital
