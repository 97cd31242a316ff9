// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

namespace recital {

/// The functions of GdkPixbuf and GLib that are used, under their own names. They are loaded when the first
/// of them is needed, because they load many other libraries.
struct PictureLibrary {
    decltype(&::g_error_free) g_error_free;
    decltype(&::g_free) g_free;
    decltype(&::g_object_unref) g_object_unref;
    decltype(&::gdk_pixbuf_apply_embedded_orientation) gdk_pixbuf_apply_embedded_orientation;
    decltype(&::gdk_pixbuf_composite_color_simple) gdk_pixbuf_composite_color_simple;
    decltype(&::gdk_pixbuf_get_height) gdk_pixbuf_get_height;
    decltype(&::gdk_pixbuf_get_width) gdk_pixbuf_get_width;
    decltype(&::gdk_pixbuf_loader_close) gdk_pixbuf_loader_close;
    decltype(&::gdk_pixbuf_loader_get_pixbuf) gdk_pixbuf_loader_get_pixbuf;
    decltype(&::gdk_pixbuf_loader_new_with_type) gdk_pixbuf_loader_new_with_type;
    decltype(&::gdk_pixbuf_loader_write) gdk_pixbuf_loader_write;
    decltype(&::gdk_pixbuf_new_from_data) gdk_pixbuf_new_from_data;
    decltype(&::gdk_pixbuf_save_to_buffer) gdk_pixbuf_save_to_buffer;
    decltype(&::gdk_pixbuf_scale_simple) gdk_pixbuf_scale_simple;
};

/// Loads them when it is called first. Throws an `engine` error if a library is missing.
[[nodiscard]] const PictureLibrary& pictures();

} // namespace recital
