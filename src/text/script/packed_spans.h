// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// A span of a spoken form and the span of the written sentence that it says: "nineteen fifty-seven" and
/// "1957".
struct SpokenSpan {
    TextRange spoken;
    TextRange written;

    friend bool operator==(const SpokenSpan&, const SpokenSpan&) = default;
};

/// The spans of one sentence in four bytes each, as they lie one after the other in both forms: a book of
/// thirty hours has a quarter of a million. Any others are held, too, in more bytes.
class PackedSpans {
public:
    PackedSpans() = default;
    explicit PackedSpans(std::span<const SpokenSpan> spans);

    [[nodiscard]] std::vector<SpokenSpan> unpack() const;

private:
    /// What lies between each border and the one before it in its form, seven bits a byte, lowest first, the
    /// eighth bit set where more follow.
    std::string bytes_;
};

} // namespace recital
