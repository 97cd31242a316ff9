// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/mp3.h"

#include "container/id3.h"
#include "container/mp3_info.h"
#include "container/splice.h"

namespace recital {

namespace {

/// Fills the table that players seek by.
void find_hundredths(const Book& book, Mp3Info& info) {
    std::uint64_t packet = 0;
    std::uint64_t bytes = 0;
    std::size_t hundredth = 0;
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& take : chapter.takes) {
            const std::size_t kept = kept_packets(book, take);
            for (std::size_t p = 0; p < kept; ++p, ++packet) {
                while (hundredth < info.bytes_before.size() && packet * 100 >= hundredth * info.packets) {
                    info.bytes_before.at(hundredth++) = bytes;
                }
                bytes += take.packet_sizes[p];
            }
        }
    }
}

} // namespace

void write_mp3(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    const PacketTotals totals = packet_totals(book);
    Mp3Info info{book.format, totals.packets, totals.bytes, book.samples()};
    find_hundredths(book, info);
    FileWriter out(file.descriptor(), file.path().string());
    out.write(id3_tag(book));
    const std::uint64_t info_place = out.position();
    out.write(mp3_info_frame(info));
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& entry : chapter.takes) {
            const Take take = load(entry);
            const std::string_view bytes = spliced(book, entry, take).bytes;
            info.music_checksum = mp3_checksum(bytes, info.music_checksum);
            out.write(bytes);
        }
    }
    out.rewrite(info_place, mp3_info_frame(info));
}

} // namespace recital
