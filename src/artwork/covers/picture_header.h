// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace recital {

/// What the header of a picture file states.
struct PictureHeader {
    const char* kind = "";    ///< "jpeg" or "png"
    std::uint32_t width = 0;  ///< pixels
    std::uint32_t height = 0; ///< pixels
};

/// Reads the header of a JPEG or PNG (detected by its first bytes) and checks its structure up to the end
/// without decoding. Throws an `input` error if it is neither, damaged or truncated.
[[nodiscard]] PictureHeader read_picture_header(std::string_view bytes);

} // namespace recital
