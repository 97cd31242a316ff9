// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// A stretch of a spoken form and the stretch of the written sentence that it says: "nineteen fifty-seven"
/// and "1957".
struct SpokenStretch {
    TextRange spoken;
    TextRange written;

    friend bool operator==(const SpokenStretch&, const SpokenStretch&) = default;
};

/// The stretches of one sentence in four bytes each, as they lie one behind the other in both forms: a book
/// of thirty hours has a quarter of a million. Any others are held, too, in more bytes.
class PackedStretches {
public:
    PackedStretches() = default;
    explicit PackedStretches(std::span<const SpokenStretch> stretches);

    [[nodiscard]] std::vector<SpokenStretch> unpack() const;

private:
    /// What lies between each border and the one before it in its form, seven bits a byte, lowest first, the
    /// eighth bit set where more follow.
    std::string bytes_;
};

} // namespace recital
