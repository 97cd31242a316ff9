// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/picture_header.h"

#include "base/error.h"

#include <algorithm>
#include <cstddef>

namespace recital {

namespace {

using namespace std::string_view_literals;

[[noreturn]] void refuse(const char* what) {
    throw Error(ErrorKind::input, what);
}

[[noreturn]] void refuse_cut_off() {
    refuse("it is cut off: get the file again");
}

/// Takes numbers, most significant byte first, off the front of a file.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number(std::size_t size) {
        std::uint32_t value = 0;
        for (const char byte : take(size)) {
            value = value << 8U | static_cast<unsigned char>(byte);
        }
        return value;
    }

    std::string_view take(std::size_t size) {
        if (size > rest_.size()) {
            refuse_cut_off();
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    /// Goes to the next marker of a JPEG, passing over whatever stands before it, as decoders do.
    unsigned marker() {
        constexpr unsigned first = 0xFF; // of a marker's bytes, any number of times
        unsigned byte = 0;
        do {
            rest_.remove_prefix(std::min(rest_.find('\xFF'), rest_.size()));
            do {
                byte = number(1);
            } while (byte == first);
        } while (byte == 0);
        return byte;
    }

private:
    std::string_view rest_;
};

/// Portable Network Graphics 5.3 (chunks), 11.2.2 (IHDR) and 11.2.5 (IEND).
PictureHeader png_header(Bytes bytes) {
    constexpr std::size_t header_size = 13;
    constexpr std::size_t checksum_size = 4;
    const std::uint32_t size = bytes.number(4);
    if (bytes.take(4) != "IHDR"sv || size != header_size) {
        refuse("it is damaged: a PNG begins with its size");
    }
    const std::uint32_t width = bytes.number(4);
    const std::uint32_t height = bytes.number(4);
    bytes.take(header_size - 8 + checksum_size);
    for (std::string_view chunk; chunk != "IEND"sv;) {
        const std::size_t length = bytes.number(4);
        chunk = bytes.take(4);
        bytes.take(length + checksum_size);
    }
    return {"png", width, height};
}

/// ITU-T T.81, table B.1: whether a frame begins, which has the measures of the picture.
bool begins_frame(unsigned marker) {
    constexpr unsigned tables = 0xC4;
    constexpr unsigned reserved = 0xC8;
    constexpr unsigned arithmetic = 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && marker != tables && marker != reserved && marker != arithmetic;
}

/// Whether a marker stands alone, without a length behind it.
bool stands_alone(unsigned marker) {
    constexpr unsigned temporary = 0x01;
    constexpr unsigned first_restart = 0xD0;
    constexpr unsigned start_of_image = 0xD8;
    return marker == temporary || (marker >= first_restart && marker <= start_of_image);
}

/// ITU-T T.81, B.1.1.3 and B.2.1: the mark of the end follows the last scan. Thumbnails, which have one of
/// their own, stand inside segments and are passed over with these.
PictureHeader jpeg_header(Bytes bytes) {
    constexpr unsigned end_of_image = 0xD9;
    constexpr std::size_t length_size = 2;
    PictureHeader header{"jpeg"};
    for (unsigned marker = bytes.marker(); marker != end_of_image; marker = bytes.marker()) {
        if (stands_alone(marker)) {
            continue;
        }
        const std::size_t length = bytes.number(length_size);
        if (length < length_size) {
            refuse("it is damaged: a part of it is too short");
        }
        Bytes segment(bytes.take(length - length_size));
        if (begins_frame(marker) && header.width == 0) {
            segment.take(1); // bits of a sample
            header.height = segment.number(2);
            header.width = segment.number(2);
        }
    }
    return header;
}

} // namespace

PictureHeader read_picture_header(std::string_view bytes) {
    constexpr std::string_view png = "\x89PNG\r\n\x1A\n"sv; // Portable Network Graphics, 5.2
    constexpr std::string_view jpeg = "\xFF\xD8\xFF"sv;     // ITU-T T.81, B.1.1.3
    if (bytes.starts_with(png)) {
        return png_header(Bytes(bytes.substr(png.size())));
    }
    if (bytes.starts_with(jpeg)) {
        return jpeg_header(Bytes(bytes));
    }
    refuse(bytes.empty() ? "it is empty" : "it is neither a JPEG nor a PNG");
}

} // namespace recital
