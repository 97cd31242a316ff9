// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/cover.h"

#include "base/byte_order.h"

#include <taglib/tbytevector.h>

#include <cstdint>
#include <string_view>

namespace recital {

namespace {

constexpr std::uint32_t front_cover = 3;

std::string picture_block(const Cover& cover) {
    std::string block;
    const auto put = [&block](std::size_t value) { put_big_endian(block, value, 4); };
    const std::string_view type = cover_media_type;
    put(front_cover);
    put(type.size());
    block += type;
    put(0); // no description
    put(cover.width);
    put(cover.height);
    put(cover_bits_per_pixel);
    put(0); // no palette
    put(cover.jpeg.size());
    return block + cover.jpeg;
}

} // namespace

std::string picture_comment(const Cover& cover) {
    const std::string block = picture_block(cover);
    const TagLib::ByteVector bytes(block.data(), static_cast<unsigned>(block.size()));
    const TagLib::ByteVector encoded = bytes.toBase64();
    return {encoded.data(), encoded.size()};
}

} // namespace recital
