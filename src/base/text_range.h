// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace recital {

/// A span of a text, in bytes.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0; ///< after its last byte

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

} // namespace recital
