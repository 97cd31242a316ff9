// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/canvas/drawing_library.h"

#include "base/library/shared_library.h"

namespace recital {

namespace {

DrawingLibrary load() {
    DrawingLibrary functions{};
    const SharedLibrary library("pangocairo-1.0", 0, "libpangocairo-1.0-0");
    library.find(functions.cairo_clip, "cairo_clip");
    library.find(functions.cairo_create, "cairo_create");
    library.find(functions.cairo_destroy, "cairo_destroy");
    library.find(functions.cairo_fill, "cairo_fill");
    library.find(functions.cairo_image_surface_create, "cairo_image_surface_create");
    library.find(functions.cairo_image_surface_get_data, "cairo_image_surface_get_data");
    library.find(functions.cairo_image_surface_get_height, "cairo_image_surface_get_height");
    library.find(functions.cairo_image_surface_get_stride, "cairo_image_surface_get_stride");
    library.find(functions.cairo_image_surface_get_width, "cairo_image_surface_get_width");
    library.find(functions.cairo_line_to, "cairo_line_to");
    library.find(functions.cairo_move_to, "cairo_move_to");
    library.find(functions.cairo_new_path, "cairo_new_path");
    library.find(functions.cairo_rectangle, "cairo_rectangle");
    library.find(functions.cairo_restore, "cairo_restore");
    library.find(functions.cairo_save, "cairo_save");
    library.find(functions.cairo_set_dash, "cairo_set_dash");
    library.find(functions.cairo_set_line_join, "cairo_set_line_join");
    library.find(functions.cairo_set_line_width, "cairo_set_line_width");
    library.find(functions.cairo_set_source_rgba, "cairo_set_source_rgba");
    library.find(functions.cairo_status, "cairo_status");
    library.find(functions.cairo_status_to_string, "cairo_status_to_string");
    library.find(functions.cairo_stroke, "cairo_stroke");
    library.find(functions.cairo_surface_destroy, "cairo_surface_destroy");
    library.find(functions.cairo_surface_finish, "cairo_surface_finish");
    library.find(functions.cairo_surface_flush, "cairo_surface_flush");
    library.find(functions.cairo_surface_status, "cairo_surface_status");
    library.find(functions.cairo_surface_write_to_png_stream, "cairo_surface_write_to_png_stream");
    library.find(functions.cairo_svg_surface_create_for_stream, "cairo_svg_surface_create_for_stream");
    library.find(functions.cairo_version_string, "cairo_version_string");
    library.find(functions.g_free, "g_free");
    library.find(functions.g_object_unref, "g_object_unref");
    library.find(functions.pango_attr_letter_spacing_new, "pango_attr_letter_spacing_new");
    library.find(functions.pango_attr_list_insert, "pango_attr_list_insert");
    library.find(functions.pango_attr_list_new, "pango_attr_list_new");
    library.find(functions.pango_attr_list_unref, "pango_attr_list_unref");
    library.find(functions.pango_cairo_create_layout, "pango_cairo_create_layout");
    library.find(functions.pango_cairo_font_map_get_default, "pango_cairo_font_map_get_default");
    library.find(functions.pango_cairo_show_layout, "pango_cairo_show_layout");
    library.find(functions.pango_context_set_language, "pango_context_set_language");
    library.find(functions.pango_font_description_free, "pango_font_description_free");
    library.find(functions.pango_font_description_new, "pango_font_description_new");
    library.find(functions.pango_font_description_set_absolute_size,
                 "pango_font_description_set_absolute_size");
    library.find(functions.pango_font_description_set_family, "pango_font_description_set_family");
    library.find(functions.pango_font_description_set_weight, "pango_font_description_set_weight");
    library.find(functions.pango_font_family_get_name, "pango_font_family_get_name");
    library.find(functions.pango_font_map_list_families, "pango_font_map_list_families");
    library.find(functions.pango_language_from_string, "pango_language_from_string");
    library.find(functions.pango_layout_get_baseline, "pango_layout_get_baseline");
    library.find(functions.pango_layout_get_context, "pango_layout_get_context");
    library.find(functions.pango_layout_get_extents, "pango_layout_get_extents");
    library.find(functions.pango_layout_set_attributes, "pango_layout_set_attributes");
    library.find(functions.pango_layout_set_ellipsize, "pango_layout_set_ellipsize");
    library.find(functions.pango_layout_set_font_description, "pango_layout_set_font_description");
    library.find(functions.pango_layout_set_single_paragraph_mode, "pango_layout_set_single_paragraph_mode");
    library.find(functions.pango_layout_set_text, "pango_layout_set_text");
    library.find(functions.pango_layout_set_width, "pango_layout_set_width");
    library.find(functions.pango_version_string, "pango_version_string");
    return functions;
}

} // namespace

const DrawingLibrary& drawing() {
    static const DrawingLibrary functions = load();
    return functions;
}

} // namespace recital
