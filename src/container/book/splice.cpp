// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/splice.h"

#include <algorithm>

namespace recital {

PacketTotals kept_packets(const Book& book, const BookTake& take) {
    PacketTotals totals = take.kept_packets;
    if (&take == &book.chapters.back().takes.back()) {
        totals += take.rest_packets;
    }
    return totals;
}

SplicedPackets spliced(const Book& book, const BookTake& entry, const Take& take) {
    const PacketTotals kept = kept_packets(book, entry);
    const auto count = std::min<std::size_t>(kept.packets, take.packets.sizes.size());
    return {std::span(take.packets.sizes).first(count),
            std::string_view(take.packets.bytes).substr(0, kept.bytes)};
}

PacketTotals packet_totals(const Book& book) {
    PacketTotals totals;
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& take : chapter.takes) {
            totals += kept_packets(book, take);
        }
    }
    return totals;
}

} // namespace recital
