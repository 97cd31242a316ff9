// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/canvas/canvas.h"

#include "artwork/canvas/drawing_library.h"
#include "base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <vector>

namespace recital {

namespace {

struct Unreference {
    void operator()(void* object) const { drawing().g_object_unref(object); }
};
struct FreeFont {
    void operator()(PangoFontDescription* font) const { drawing().pango_font_description_free(font); }
};
struct FreeAttributes {
    void operator()(PangoAttrList* list) const { drawing().pango_attr_list_unref(list); }
};
using Layout = std::unique_ptr<PangoLayout, Unreference>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error(ErrorKind::engine,
                    fmt::format("the drawing failed: {}", drawing().cairo_status_to_string(status)));
    }
}

} // namespace

struct Canvas::State {
    struct DestroySurface {
        void operator()(cairo_surface_t* surface) const { drawing().cairo_surface_destroy(surface); }
    };
    struct DestroyContext {
        void operator()(cairo_t* context) const { drawing().cairo_destroy(context); }
    };

    std::string bytes; // outlives the surface, which writes into it
    std::unique_ptr<cairo_surface_t, DestroySurface> surface;
    std::unique_ptr<cairo_t, DestroyContext> context;
    bool is_svg = false;

    void set(const Colour& colour) const {
        drawing().cairo_set_source_rgba(context.get(), colour.red, colour.green, colour.blue, colour.alpha);
    }

    void trace(std::span<const Point> points) const {
        drawing().cairo_new_path(context.get());
        for (const Point& point : points) {
            drawing().cairo_line_to(context.get(), point.x, point.y);
        }
    }

    [[nodiscard]] Layout layout(const std::string& text, const TextStyle& style) const {
        Layout layout(drawing().pango_cairo_create_layout(context.get()));
        const std::unique_ptr<PangoFontDescription, FreeFont> font(drawing().pango_font_description_new());
        drawing().pango_font_description_set_family(font.get(), style.families.c_str());
        drawing().pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        drawing().pango_font_description_set_weight(font.get(),
                                                    style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        drawing().pango_layout_set_font_description(layout.get(), font.get());
        if (!style.language.empty()) {
            drawing().pango_context_set_language(
                drawing().pango_layout_get_context(layout.get()),
                drawing().pango_language_from_string(style.language.c_str()));
        }
        if (style.spacing > 0) {
            const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(drawing().pango_attr_list_new());
            drawing().pango_attr_list_insert(
                attributes.get(),
                drawing().pango_attr_letter_spacing_new(static_cast<int>(style.spacing * PANGO_SCALE)));
            drawing().pango_layout_set_attributes(layout.get(), attributes.get());
        }
        drawing().pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
        drawing().pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        if (style.max_width > 0) {
            drawing().pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
            if (width_of(*layout) > style.max_width) { // a width that is set would also align
                drawing().pango_layout_set_width(layout.get(),
                                                 static_cast<int>(style.max_width * PANGO_SCALE));
            }
        }
        return layout;
    }

    [[nodiscard]] static double width_of(PangoLayout& layout) {
        PangoRectangle extents{};
        drawing().pango_layout_get_extents(&layout, nullptr, &extents);
        return static_cast<double>(extents.width) / PANGO_SCALE;
    }
};

Canvas::Canvas(const std::string& kind, double width, double height) : state_(std::make_unique<State>()) {
    state_->is_svg = kind == "svg";
    state_->surface.reset(
        state_->is_svg
            ? drawing().cairo_svg_surface_create_for_stream(append, &state_->bytes, width, height)
            : drawing().cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(width)),
                                                   static_cast<int>(std::ceil(height))));
    state_->context.reset(drawing().cairo_create(state_->surface.get()));
    require(drawing().cairo_status(state_->context.get()));
}

Canvas::~Canvas() = default;

void Canvas::fill(const Rectangle& rectangle, const Colour& colour) {
    state_->set(colour);
    drawing().cairo_rectangle(state_->context.get(), rectangle.x, rectangle.y, rectangle.width,
                              rectangle.height);
    drawing().cairo_fill(state_->context.get());
}

void Canvas::fill(std::span<const Point> corners, const Colour& colour) {
    state_->set(colour);
    state_->trace(corners);
    drawing().cairo_fill(state_->context.get());
}

void Canvas::line(std::span<const Point> points, const LineStyle& style) {
    cairo_t* context = state_->context.get();
    state_->set(style.colour);
    state_->trace(points);
    drawing().cairo_set_line_width(context, style.width);
    drawing().cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    drawing().cairo_set_dash(context, &style.dash, style.dash > 0 ? 1 : 0, 0);
    drawing().cairo_stroke(context);
}

double Canvas::text(const Point& place, const std::string& text, const TextStyle& style) {
    const Layout layout = state_->layout(text, style);
    const double width = State::width_of(*layout);
    state_->set(style.colour);
    const double baseline =
        static_cast<double>(drawing().pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
    drawing().cairo_move_to(state_->context.get(), place.x - style.anchor * width, place.y - baseline);
    drawing().pango_cairo_show_layout(state_->context.get(), layout.get());
    return width;
}

double Canvas::width_of(const std::string& text, const TextStyle& style) {
    const Layout layout = state_->layout(text, style);
    return State::width_of(*layout);
}

void Canvas::clip(const Rectangle& rectangle) {
    drawing().cairo_save(state_->context.get());
    drawing().cairo_rectangle(state_->context.get(), rectangle.x, rectangle.y, rectangle.width,
                              rectangle.height);
    drawing().cairo_clip(state_->context.get());
}

void Canvas::unclip() {
    drawing().cairo_restore(state_->context.get());
}

std::string Canvas::finish() {
    require(drawing().cairo_status(state_->context.get()));
    state_->context.reset();
    if (!state_->is_svg) {
        require(drawing().cairo_surface_write_to_png_stream(state_->surface.get(), append, &state_->bytes));
    }
    drawing().cairo_surface_finish(state_->surface.get());
    require(drawing().cairo_surface_status(state_->surface.get()));
    return std::move(state_->bytes);
}

Raster Canvas::finish_raster() {
    require(drawing().cairo_status(state_->context.get()));
    state_->context.reset();
    cairo_surface_t* surface = state_->surface.get();
    drawing().cairo_surface_flush(surface);
    const auto* bytes = drawing().cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(drawing().cairo_image_surface_get_stride(surface));
    Raster raster{drawing().cairo_image_surface_get_width(surface),
                  drawing().cairo_image_surface_get_height(surface),
                  {}};
    raster.rgb.resize(std::size_t{3} * static_cast<std::size_t>(raster.width * raster.height));
    char* target = raster.rgb.data();
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            std::uint32_t pixel = 0; // red in the third byte of a number, whatever the machine's byte order
            std::memcpy(&pixel,
                        bytes + static_cast<std::size_t>(y) * stride + 4 * static_cast<std::size_t>(x),
                        sizeof pixel);
            for (const unsigned shift : {16U, 8U, 0U}) {
                *target++ = static_cast<char>((pixel >> shift) & 0xFFU);
            }
        }
    }
    return raster;
}

std::string drawing_environment() {
    std::vector<std::string> names;
    PangoFontFamily** families = nullptr;
    int count = 0;
    drawing().pango_font_map_list_families(drawing().pango_cairo_font_map_get_default(), &families, &count);
    std::transform(families, families + count, std::back_inserter(names),
                   drawing().pango_font_family_get_name);
    drawing().g_free(families);
    std::sort(names.begin(), names.end());
    return fmt::format("cairo {}, pango {}, {}", drawing().cairo_version_string(),
                       drawing().pango_version_string(), fmt::join(names, ", "));
}

std::string drawing_kind(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension == ".svg" || extension == ".png" ? extension.substr(1) : std::string();
}

} // namespace recital
