// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace recital {

/// The packets of a take that stand in the book. A codec with a delay gives more packets than the take has
/// frames: those of the next take serve in their place, both being silence there, so that the stream goes on
/// without a gap. Only the book's last take keeps them all.
[[nodiscard]] PacketTotals kept_packets(const Book& book, const BookTake& take);

/// The part of a take that stands in the book.
struct SplicedPackets {
    std::span<const std::uint32_t> sizes;
    std::string_view bytes;
};

/// Refers to `take`, which is what was loaded for `entry`.
[[nodiscard]] SplicedPackets spliced(const Book& book, const BookTake& entry, const Take& take);

/// What the packets of a whole book come to.
[[nodiscard]] PacketTotals packet_totals(const Book& book);

} // namespace recital
