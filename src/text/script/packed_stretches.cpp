// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_stretches.h"

#include <cstddef>
#include <string_view>

namespace recital {

namespace {

constexpr unsigned bits_a_byte = 7;
constexpr std::size_t more = std::size_t{1} << bits_a_byte;

/// Appends how far `border` lies behind `last`, modulo the type, and makes it the last.
void put_border(std::string& out, std::size_t border, std::size_t& last) {
    std::size_t distance = border - last;
    for (; distance >= more; distance >>= bits_a_byte) {
        out.push_back(static_cast<char>((distance & (more - 1)) | more));
    }
    out.push_back(static_cast<char>(distance));
    last = border;
}

std::size_t take_border(std::string_view& bytes, std::size_t& last) {
    std::size_t distance = 0;
    for (unsigned shift = 0;; shift += bits_a_byte) {
        const std::size_t byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        distance |= (byte & (more - 1)) << shift;
        if (byte < more) {
            return last += distance;
        }
    }
}

} // namespace

PackedStretches::PackedStretches(std::span<const SpokenStretch> stretches) {
    std::size_t spoken = 0;
    std::size_t written = 0;
    for (const SpokenStretch& stretch : stretches) {
        put_border(bytes_, stretch.spoken.begin, spoken);
        put_border(bytes_, stretch.spoken.end, spoken);
        put_border(bytes_, stretch.written.begin, written);
        put_border(bytes_, stretch.written.end, written);
    }
    bytes_.shrink_to_fit();
}

std::vector<SpokenStretch> PackedStretches::unpack() const {
    std::vector<SpokenStretch> stretches;
    std::size_t spoken = 0;
    std::size_t written = 0;
    for (std::string_view bytes = bytes_; !bytes.empty();) {
        SpokenStretch stretch;
        stretch.spoken.begin = take_border(bytes, spoken);
        stretch.spoken.end = take_border(bytes, spoken);
        stretch.written.begin = take_border(bytes, written);
        stretch.written.end = take_border(bytes, written);
        stretches.push_back(stretch);
    }
    return stretches;
}

} // namespace recital
