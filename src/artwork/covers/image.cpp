// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/image.h"

#include "artwork/canvas/drawing_library.h"
#include "artwork/covers/picture_header.h"
#include "artwork/covers/picture_library.h"
#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

namespace recital {

namespace {

constexpr int best_quality = 84;
constexpr int min_quality = 30;
constexpr int quality_step = 6;
constexpr std::int64_t max_pixels = 100'000'000; // no cover has that many, and they take 400 MB

struct Unreference {
    void operator()(void* object) const { pictures().g_object_unref(object); }
};
struct FreeError {
    void operator()(GError* error) const { pictures().g_error_free(error); }
};
struct FreeBytes {
    void operator()(char* bytes) const { pictures().g_free(bytes); }
};
using Pixels = std::unique_ptr<GdkPixbuf, Unreference>;
using Failure = std::unique_ptr<GError, FreeError>;

/// Calls a function of the library that takes a place for an error last; throws what it put there.
template <typename Call>
void checked(ErrorKind kind, Call call) {
    GError* error = nullptr;
    const bool done = call(&error) != FALSE;
    const Failure failure(error);
    if (!done) {
        throw Error(kind, failure == nullptr ? "it is damaged" : failure->message);
    }
}

std::string jpeg_of(GdkPixbuf& picture, int quality) {
    char* bytes = nullptr;
    gsize size = 0;
    checked(ErrorKind::engine, [&](GError** error) {
        return pictures().gdk_pixbuf_save_to_buffer(&picture, &bytes, &size, "jpeg", error, "quality",
                                                    std::to_string(quality).c_str(), nullptr);
    });
    const std::unique_ptr<char, FreeBytes> owner(bytes);
    return {bytes, size};
}

/// In the best quality that keeps to its bytes; empty where none does.
Cover encode_at_this_size(GdkPixbuf& picture) {
    Cover cover;
    cover.width = static_cast<unsigned>(pictures().gdk_pixbuf_get_width(&picture));
    cover.height = static_cast<unsigned>(pictures().gdk_pixbuf_get_height(&picture));
    for (int quality = best_quality; quality >= min_quality; quality -= quality_step) {
        cover.jpeg = jpeg_of(picture, quality);
        if (cover.jpeg.size() <= max_cover_bytes) {
            return cover;
        }
    }
    return {};
}

/// Of whatever the library returns: a picture.
Pixels required(GdkPixbuf* picture) {
    if (picture == nullptr) {
        throw Error(ErrorKind::input, "there is not enough memory for it");
    }
    return Pixels(picture);
}

/// A side of `length` pixels when it is made smaller.
int scaled(int length, double scale) {
    return std::max(1, static_cast<int>(std::lround(length * scale)));
}

/// In lower quality, then also smaller, until it keeps to its bytes: noise does so only where it is small.
Cover encode(GdkPixbuf& picture) {
    constexpr double step = 0.8;
    Cover cover = encode_at_this_size(picture);
    for (double scale = step; cover.empty(); scale *= step) {
        const Pixels smaller = required(pictures().gdk_pixbuf_scale_simple(
            &picture, scaled(pictures().gdk_pixbuf_get_width(&picture), scale),
            scaled(pictures().gdk_pixbuf_get_height(&picture), scale), GDK_INTERP_BILINEAR));
        cover = encode_at_this_size(*smaller);
    }
    return cover;
}

/// Refuses what would take much memory to decode: the loader asks whether a picture is wanted only when it
/// has room for all of a PNG.
void refuse_large(const PictureHeader& header) {
    if (std::int64_t{header.width} * header.height > max_pixels) {
        throw Error(ErrorKind::input, fmt::format("it has {} x {} pixels; a cover may have at most {}",
                                                  header.width, header.height, max_pixels));
    }
}

Pixels decode(std::string_view bytes) {
    const PictureHeader header = read_picture_header(bytes);
    refuse_large(header);
    std::unique_ptr<GdkPixbufLoader, Unreference> loader;
    checked(ErrorKind::input, [&](GError** error) {
        loader.reset(pictures().gdk_pixbuf_loader_new_with_type(header.kind, error));
        return loader != nullptr ? TRUE : FALSE;
    });
    const auto* data = reinterpret_cast<const guchar*>(bytes.data());
    GError* error = nullptr;
    const bool written =
        pictures().gdk_pixbuf_loader_write(loader.get(), data, bytes.size(), &error) != FALSE;
    Failure failure(error);
    error = nullptr;
    const bool closed =
        pictures().gdk_pixbuf_loader_close(loader.get(), &error) != FALSE; // also after a failure
    const Failure at_end(error);
    GdkPixbuf* const picture = pictures().gdk_pixbuf_loader_get_pixbuf(loader.get());
    if (!written || !closed || picture == nullptr) {
        const GError* reason = failure != nullptr ? failure.get() : at_end.get();
        throw Error(ErrorKind::input, reason == nullptr ? "it is damaged" : reason->message);
    }
    return Pixels(pictures().gdk_pixbuf_apply_embedded_orientation(picture));
}

} // namespace

Cover encode_cover(const Raster& picture) {
    const Pixels pixels(pictures().gdk_pixbuf_new_from_data(
        reinterpret_cast<const guchar*>(picture.rgb.data()), GDK_COLORSPACE_RGB, FALSE, 8, picture.width,
        picture.height, 3 * picture.width, nullptr, nullptr));
    return encode(*pixels);
}

Cover read_cover(std::string_view bytes, int max_side) {
    constexpr unsigned white = 0xFFFFFF;
    constexpr int opaque = 255;
    constexpr int squares = 16; // of a chequered ground, which has both colours white
    const Pixels picture = decode(bytes);
    const int width = pictures().gdk_pixbuf_get_width(picture.get());
    const int height = pictures().gdk_pixbuf_get_height(picture.get());
    const double scale = std::min(1.0, static_cast<double>(max_side) / std::max(width, height));
    const Pixels result = required(pictures().gdk_pixbuf_composite_color_simple(
        picture.get(), scaled(width, scale), scaled(height, scale), GDK_INTERP_BILINEAR, opaque, squares,
        white, white));
    // The encoder passes over opacity, which is full everywhere now.
    return encode(*result);
}

void load_picture_libraries() {
    (void)drawing();
    (void)pictures();
}

} // namespace recital
