// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/packed_entries.h"

#include "base/byte_order.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16;
constexpr unsigned bits_a_byte = 7;
constexpr std::uint64_t more_follows = 0x80;
constexpr std::size_t digest_half = 8;

} // namespace

void FieldWriter::number(std::uint64_t value) {
    while (value >= more_follows) {
        bytes_.push_back(static_cast<char>((value & (more_follows - 1)) | more_follows));
        value >>= bits_a_byte;
    }
    bytes_.push_back(static_cast<char>(value));
}

void FieldWriter::text(std::string_view text) {
    number(text.size());
    bytes_ += text;
}

void FieldWriter::digest(const Digest& digest) {
    put_little_endian(bytes_, digest.high, digest_half);
    put_little_endian(bytes_, digest.low, digest_half);
}

std::uint64_t FieldReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += bits_a_byte) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= (byte & (more_follows - 1)) << shift;
        if (byte < more_follows) {
            return value;
        }
    }
}

std::string_view FieldReader::text() {
    const std::size_t size = number();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
}

Digest FieldReader::digest() {
    const Digest digest{read_little_endian(rest_.substr(0, digest_half)),
                        read_little_endian(rest_.substr(digest_half, digest_half))};
    rest_.remove_prefix(2 * digest_half);
    return digest;
}

void PackedEntries::add(std::string_view entry) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < entry.size()) {
        blocks_.emplace_back().reserve(std::max(block_bytes, entry.size()));
    }
    std::string& block = blocks_.back();
    places_.push_back(
        {static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.size())});
    block += entry;
}

std::string_view PackedEntries::at(std::size_t entry) const {
    const auto [block, position] = places_[entry];
    return std::string_view(blocks_[block]).substr(position);
}

} // namespace recital
