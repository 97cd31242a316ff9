// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_spans.h"

#include "base/byte_stream.h"

#include <cstddef>

namespace recital {

namespace {

/// Appends how far `border` lies after `last`, modulo the type, and makes it the last.
void put_border(ByteWriter& out, std::size_t border, std::size_t& last) {
    out.compact(border - last);
    last = border;
}

} // namespace

PackedSpans::PackedSpans(std::span<const SpokenSpan> spans) {
    ByteWriter out;
    std::size_t spoken = 0;
    std::size_t written = 0;
    for (const SpokenSpan& span : spans) {
        put_border(out, span.spoken.begin, spoken);
        put_border(out, span.spoken.end, spoken);
        put_border(out, span.written.begin, written);
        put_border(out, span.written.end, written);
    }
    bytes_ = out.take();
}

std::vector<SpokenSpan> PackedSpans::unpack() const {
    std::vector<SpokenSpan> spans;
    std::size_t spoken = 0;
    std::size_t written = 0;
    for (ByteReader in(bytes_); !in.is_at_end();) {
        SpokenSpan span;
        span.spoken.begin = spoken += in.compact();
        span.spoken.end = spoken += in.compact();
        span.written.begin = written += in.compact();
        span.written.end = written += in.compact();
        spans.push_back(span);
    }
    return spans;
}

} // namespace recital
