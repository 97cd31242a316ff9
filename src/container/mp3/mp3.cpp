// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/mp3/mp3.h"

#include "container/book/splice.h"
#include "container/id3/id3.h"
#include "container/mp3/info.h"

#include <span>

namespace recital {

namespace {

/// The table that players seek by, filled while the packets pass.
class SeekTable {
public:
    explicit SeekTable(Mp3Info& info) : info_(info) {}

    void pass(std::span<const std::uint32_t> packet_sizes) {
        for (const std::uint32_t size : packet_sizes) {
            while (hundredth_ < info_.bytes_before.size() &&
                   packet_ * info_.bytes_before.size() >= hundredth_ * info_.packets) {
                info_.bytes_before.at(hundredth_++) = bytes_;
            }
            ++packet_;
            bytes_ += size;
        }
    }

private:
    Mp3Info& info_;
    std::uint64_t packet_ = 0;
    std::uint64_t bytes_ = 0;
    std::size_t hundredth_ = 0;
};

} // namespace

void write_mp3(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    const PacketTotals totals = packet_totals(book);
    Mp3Info info{book.format, totals.packets, totals.bytes, book.samples()};
    SeekTable seek_table(info);
    FileWriter out(file.descriptor(), file.path().string());
    out.write(id3_tag(book));
    const std::uint64_t info_place = out.position();
    out.write(mp3_info_frame(info));
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& entry : chapter.takes) {
            const Take take = load(entry);
            const auto [sizes, bytes] = spliced(book, entry, take);
            seek_table.pass(sizes);
            info.music_checksum = mp3_checksum(bytes, info.music_checksum);
            out.write(bytes);
        }
    }
    out.rewrite(info_place, mp3_info_frame(info));
}

} // namespace recital
