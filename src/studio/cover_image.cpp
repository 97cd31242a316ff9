// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cover_image.h"

#include "base/error.h"

#include <fmt/format.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

namespace recital {

namespace {

constexpr int best_quality = 84;
constexpr int least_quality = 30;
constexpr int quality_step = 6;
constexpr std::int64_t most_pixels = 100'000'000; // no cover has that many, and they take 400 MB

struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
struct FreeError {
    void operator()(GError* error) const { g_error_free(error); }
};
struct FreeBytes {
    void operator()(char* bytes) const { g_free(bytes); }
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
        return gdk_pixbuf_save_to_buffer(&picture, &bytes, &size, "jpeg", error, "quality",
                                         std::to_string(quality).c_str(), nullptr);
    });
    const std::unique_ptr<char, FreeBytes> owner(bytes);
    return {bytes, size};
}

Cover encode(GdkPixbuf& picture) {
    Cover cover;
    cover.width = static_cast<unsigned>(gdk_pixbuf_get_width(&picture));
    cover.height = static_cast<unsigned>(gdk_pixbuf_get_height(&picture));
    for (int quality = best_quality; quality >= least_quality; quality -= quality_step) {
        cover.jpeg = jpeg_of(picture, quality);
        if (cover.jpeg.size() <= most_cover_bytes) {
            return cover;
        }
    }
    throw Error(ErrorKind::engine, fmt::format("a cover does not fit into {} bytes", most_cover_bytes));
}

/// What the first bytes say that it is (ISO/IEC 10918-1, B.1.1.3; Portable Network Graphics, 5.2).
const char* kind_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) {
        return "jpeg";
    }
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) {
        return "png";
    }
    throw Error(ErrorKind::input, bytes.empty() ? "it is empty" : "it is neither a JPEG nor a PNG");
}

/// Called when the size of a picture is known and nothing is decoded yet: does not begin with one that is too
/// large.
void refuse_large(GdkPixbufLoader* loader, int width, int height, void* too_large) {
    if (std::int64_t{width} * height > most_pixels) {
        *static_cast<bool*>(too_large) = true;
        gdk_pixbuf_loader_set_size(loader, 1, 1);
    }
}

Pixels decode(std::string_view bytes) {
    bool too_large = false;
    std::unique_ptr<GdkPixbufLoader, Unreference> loader;
    checked(ErrorKind::input, [&](GError** error) {
        loader.reset(gdk_pixbuf_loader_new_with_type(kind_of(bytes), error));
        return loader != nullptr ? TRUE : FALSE;
    });
    g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(refuse_large), &too_large);
    const auto* data = reinterpret_cast<const guchar*>(bytes.data());
    GError* error = nullptr;
    const bool written = gdk_pixbuf_loader_write(loader.get(), data, bytes.size(), &error) != FALSE;
    Failure failure(error);
    error = nullptr;
    const bool closed = gdk_pixbuf_loader_close(loader.get(), &error) != FALSE; // also after a failure
    const Failure at_end(error);
    if (too_large) {
        throw Error(ErrorKind::input, fmt::format("it has more than {} pixels", most_pixels));
    }
    GdkPixbuf* const picture = gdk_pixbuf_loader_get_pixbuf(loader.get());
    if (!written || !closed || picture == nullptr) {
        const GError* reason = failure != nullptr ? failure.get() : at_end.get();
        throw Error(ErrorKind::input, reason == nullptr ? "it is damaged" : reason->message);
    }
    return Pixels(gdk_pixbuf_apply_embedded_orientation(picture));
}

} // namespace

Cover encode_cover(const Raster& picture) {
    const Pixels pixels(gdk_pixbuf_new_from_data(reinterpret_cast<const guchar*>(picture.rgb.data()),
                                                 GDK_COLORSPACE_RGB, FALSE, 8, picture.width, picture.height,
                                                 3 * picture.width, nullptr, nullptr));
    return encode(*pixels);
}

Cover read_cover(std::string_view bytes, int most_side) {
    constexpr unsigned white = 0xFFFFFF;
    constexpr int opaque = 255;
    constexpr int squares = 16; // of a chequered ground, which has both colours white
    const Pixels picture = decode(bytes);
    const int width = gdk_pixbuf_get_width(picture.get());
    const int height = gdk_pixbuf_get_height(picture.get());
    const double scale = std::min(1.0, static_cast<double>(most_side) / std::max(width, height));
    const auto scaled = [scale](int side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    const Pixels result(gdk_pixbuf_composite_color_simple(
        picture.get(), scaled(width), scaled(height), GDK_INTERP_BILINEAR, opaque, squares, white, white));
    if (result == nullptr) {
        throw Error(ErrorKind::input, "there is no memory for it");
    }
    // The encoder passes over opacity, which is full everywhere now.
    return encode(*result);
}

} // namespace recital
