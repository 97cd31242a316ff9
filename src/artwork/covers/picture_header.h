// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace recital {

/// What a picture's file says of itself before anything is decoded.
struct PictureHeader {
    const char* kind = "";    ///< "jpeg" or "png"
    std::uint32_t width = 0;  ///< pixels
    std::uint32_t height = 0; ///< pixels
};

/// Reads the header of a JPEG or PNG, which its first bytes tell, and goes through the file to its end
/// without decoding. Throws an `input` error if it is neither, damaged or cut off.
[[nodiscard]] PictureHeader read_picture_header(std::string_view bytes);

} // namespace recital
