// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/picture_library.h"

#include "base/library/shared_library.h"

namespace recital {

namespace {

PictureLibrary load() {
    PictureLibrary functions{};
    const SharedLibrary library("gdk_pixbuf-2.0", 0, "libgdk-pixbuf-2.0-0");
    library.find(functions.g_error_free, "g_error_free");
    library.find(functions.g_free, "g_free");
    library.find(functions.g_object_unref, "g_object_unref");
    library.find(functions.gdk_pixbuf_apply_embedded_orientation, "gdk_pixbuf_apply_embedded_orientation");
    library.find(functions.gdk_pixbuf_composite_color_simple, "gdk_pixbuf_composite_color_simple");
    library.find(functions.gdk_pixbuf_get_height, "gdk_pixbuf_get_height");
    library.find(functions.gdk_pixbuf_get_width, "gdk_pixbuf_get_width");
    library.find(functions.gdk_pixbuf_loader_close, "gdk_pixbuf_loader_close");
    library.find(functions.gdk_pixbuf_loader_get_pixbuf, "gdk_pixbuf_loader_get_pixbuf");
    library.find(functions.gdk_pixbuf_loader_new_with_type, "gdk_pixbuf_loader_new_with_type");
    library.find(functions.gdk_pixbuf_loader_write, "gdk_pixbuf_loader_write");
    library.find(functions.gdk_pixbuf_new_from_data, "gdk_pixbuf_new_from_data");
    library.find(functions.gdk_pixbuf_save_to_buffer, "gdk_pixbuf_save_to_buffer");
    library.find(functions.gdk_pixbuf_scale_simple, "gdk_pixbuf_scale_simple");
    return functions;
}

} // namespace

const PictureLibrary& pictures() {
    static const PictureLibrary functions = load();
    return functions;
}

} // namespace recital
