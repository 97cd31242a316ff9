// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A span of a spoken form and the span of the written sentence that it speaks: "nineteen fifty-seven" and
/// "1957".
struct SpokenSpan {
    TextRange spoken;
    TextRange written;

    friend bool operator==(const SpokenSpan&, const SpokenSpan&) = default;
};

/// The spans of one sentence, compressed to about four bytes each, because a book of thirty hours has a
/// quarter of a million. Spans normally ascend in both forms; any others are stored as well, in more bytes.
class PackedSpans {
public:
    PackedSpans() = default;
    explicit PackedSpans(std::span<const SpokenSpan> spans);

    [[nodiscard]] std::vector<SpokenSpan> unpack() const;

    /// As they are stored, from which `set_bytes` makes the same spans.
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    void set_bytes(std::string_view bytes) { bytes_ = bytes; }

private:
    /// The distance of each border from the previous one of the same form, as compact numbers (ByteWriter).
    std::string bytes_;
};

} // namespace recital
