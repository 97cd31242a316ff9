// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cairo-svg.h>
#include <cairo.h>
#include <pango/pangocairo.h>

namespace recital {

/// The functions of Cairo, Pango and GLib that are used, under their own names. They are loaded when the
/// first of them is needed, because they load many other libraries.
struct DrawingLibrary {
    decltype(&::cairo_clip) cairo_clip;
    decltype(&::cairo_create) cairo_create;
    decltype(&::cairo_destroy) cairo_destroy;
    decltype(&::cairo_fill) cairo_fill;
    decltype(&::cairo_image_surface_create) cairo_image_surface_create;
    decltype(&::cairo_image_surface_get_data) cairo_image_surface_get_data;
    decltype(&::cairo_image_surface_get_height) cairo_image_surface_get_height;
    decltype(&::cairo_image_surface_get_stride) cairo_image_surface_get_stride;
    decltype(&::cairo_image_surface_get_width) cairo_image_surface_get_width;
    decltype(&::cairo_line_to) cairo_line_to;
    decltype(&::cairo_move_to) cairo_move_to;
    decltype(&::cairo_new_path) cairo_new_path;
    decltype(&::cairo_rectangle) cairo_rectangle;
    decltype(&::cairo_restore) cairo_restore;
    decltype(&::cairo_save) cairo_save;
    decltype(&::cairo_set_dash) cairo_set_dash;
    decltype(&::cairo_set_line_join) cairo_set_line_join;
    decltype(&::cairo_set_line_width) cairo_set_line_width;
    decltype(&::cairo_set_source_rgba) cairo_set_source_rgba;
    decltype(&::cairo_status) cairo_status;
    decltype(&::cairo_status_to_string) cairo_status_to_string;
    decltype(&::cairo_stroke) cairo_stroke;
    decltype(&::cairo_surface_destroy) cairo_surface_destroy;
    decltype(&::cairo_surface_finish) cairo_surface_finish;
    decltype(&::cairo_surface_flush) cairo_surface_flush;
    decltype(&::cairo_surface_status) cairo_surface_status;
    decltype(&::cairo_surface_write_to_png_stream) cairo_surface_write_to_png_stream;
    decltype(&::cairo_svg_surface_create_for_stream) cairo_svg_surface_create_for_stream;
    decltype(&::cairo_version_string) cairo_version_string;
    decltype(&::g_free) g_free;
    decltype(&::g_object_unref) g_object_unref;
    decltype(&::pango_attr_letter_spacing_new) pango_attr_letter_spacing_new;
    decltype(&::pango_attr_list_insert) pango_attr_list_insert;
    decltype(&::pango_attr_list_new) pango_attr_list_new;
    decltype(&::pango_attr_list_unref) pango_attr_list_unref;
    decltype(&::pango_cairo_create_layout) pango_cairo_create_layout;
    decltype(&::pango_cairo_font_map_get_default) pango_cairo_font_map_get_default;
    decltype(&::pango_cairo_show_layout) pango_cairo_show_layout;
    decltype(&::pango_context_set_language) pango_context_set_language;
    decltype(&::pango_font_description_free) pango_font_description_free;
    decltype(&::pango_font_description_new) pango_font_description_new;
    decltype(&::pango_font_description_set_absolute_size) pango_font_description_set_absolute_size;
    decltype(&::pango_font_description_set_family) pango_font_description_set_family;
    decltype(&::pango_font_description_set_weight) pango_font_description_set_weight;
    decltype(&::pango_font_family_get_name) pango_font_family_get_name;
    decltype(&::pango_font_map_list_families) pango_font_map_list_families;
    decltype(&::pango_language_from_string) pango_language_from_string;
    decltype(&::pango_layout_get_baseline) pango_layout_get_baseline;
    decltype(&::pango_layout_get_context) pango_layout_get_context;
    decltype(&::pango_layout_get_extents) pango_layout_get_extents;
    decltype(&::pango_layout_set_attributes) pango_layout_set_attributes;
    decltype(&::pango_layout_set_ellipsize) pango_layout_set_ellipsize;
    decltype(&::pango_layout_set_font_description) pango_layout_set_font_description;
    decltype(&::pango_layout_set_single_paragraph_mode) pango_layout_set_single_paragraph_mode;
    decltype(&::pango_layout_set_text) pango_layout_set_text;
    decltype(&::pango_layout_set_width) pango_layout_set_width;
    decltype(&::pango_version_string) pango_version_string;
};

/// Loads them when it is called first. Throws an `engine` error if a library is missing.
[[nodiscard]] const DrawingLibrary& drawing();

} // namespace recital
