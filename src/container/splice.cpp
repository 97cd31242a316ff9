// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/splice.h"

#include <algorithm>
#include <numeric>

namespace recital {

std::size_t kept_packets(const Book& book, const BookTake& take) {
    const bool is_last = &take == &book.chapters.back().takes.back();
    return is_last ? take.packet_sizes.size() : take.samples / book.format.frame_samples();
}

SplicedPackets spliced(const Book& book, const BookTake& entry, const Take& take) {
    const std::size_t kept = std::min(kept_packets(book, entry), take.packets.sizes.size());
    const auto sizes = std::span(take.packets.sizes).first(kept);
    const auto bytes = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
    return {sizes, std::string_view(take.packets.bytes).substr(0, bytes)};
}

PacketTotals packet_totals(const Book& book) {
    PacketTotals totals;
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& take : chapter.takes) {
            const std::size_t kept = kept_packets(book, take);
            totals.packets += kept;
            totals.bytes =
                std::accumulate(take.packet_sizes.begin(),
                                take.packet_sizes.begin() + static_cast<std::ptrdiff_t>(kept), totals.bytes);
        }
    }
    return totals;
}

} // namespace recital
