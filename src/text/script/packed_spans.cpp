// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_spans.h"

#include <cstddef>
#include <string_view>

namespace recital {

namespace {

constexpr unsigned bits_a_byte = 7;
constexpr std::size_t more_bytes = std::size_t{1} << bits_a_byte;

/// Appends how far `border` lies after `last`, modulo the type, and makes it the last.
void put_border(std::string& out, std::size_t border, std::size_t& last) {
    std::size_t distance = border - last;
    for (; distance >= more_bytes; distance >>= bits_a_byte) {
        out.push_back(static_cast<char>((distance & (more_bytes - 1)) | more_bytes));
    }
    out.push_back(static_cast<char>(distance));
    last = border;
}

std::size_t take_border(std::string_view& bytes, std::size_t& last) {
    std::size_t distance = 0;
    for (unsigned shift = 0;; shift += bits_a_byte) {
        const std::size_t byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        distance |= (byte & (more_bytes - 1)) << shift;
        if (byte < more_bytes) {
            return last += distance;
        }
    }
}

} // namespace

PackedSpans::PackedSpans(std::span<const SpokenSpan> spans) {
    std::size_t spoken = 0;
    std::size_t written = 0;
    for (const SpokenSpan& span : spans) {
        put_border(bytes_, span.spoken.begin, spoken);
        put_border(bytes_, span.spoken.end, spoken);
        put_border(bytes_, span.written.begin, written);
        put_border(bytes_, span.written.end, written);
    }
    bytes_.shrink_to_fit();
}

std::vector<SpokenSpan> PackedSpans::unpack() const {
    std::vector<SpokenSpan> spans;
    std::size_t spoken = 0;
    std::size_t written = 0;
    for (std::string_view bytes = bytes_; !bytes.empty();) {
        SpokenSpan span;
        span.spoken.begin = take_border(bytes, spoken);
        span.spoken.end = take_border(bytes, spoken);
        span.written.begin = take_border(bytes, written);
        span.written.end = take_border(bytes, written);
        spans.push_back(span);
    }
    return spans;
}

} // namespace recital
