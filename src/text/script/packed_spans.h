// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <span>
#include <string>
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

private:
    /// The distance of each border from the previous one of the same form, as a variable-length integer:
    /// seven bits per byte, lowest first, the eighth bit set if more follow.
    std::string bytes_;
};

} // namespace recital
