// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// The picture that players show for a book.
struct Cover {
    std::string jpeg;    ///< its bytes; empty if there is no cover
    unsigned width = 0;  ///< pixels
    unsigned height = 0; ///< pixels

    [[nodiscard]] bool empty() const { return jpeg.empty(); }
};

inline constexpr const char* cover_media_type = "image/jpeg";
inline constexpr unsigned cover_bits_per_pixel = 24;

/// A cover as the value of METADATA_BLOCK_PICTURE, by which the formats in Ogg carry FLAC's picture block
/// (RFC 9639, 8.8: type 3 is the front cover) in Base64 (RFC 4648, 4).
[[nodiscard]] std::string picture_comment(const Cover& cover);

} // namespace recital
