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

/// The frame of information stands first and is filled in at the end.
class Mp3Writer : public BookWriter {
public:
    Mp3Writer(const Book& book, const TemporaryFile& file)
        : BookWriter(book), out_(file.descriptor(), file.path().string()) {
        const PacketTotals totals = packet_totals(book);
        info_ = {book.format, totals.packets, totals.bytes, book.samples()};
        out_.write(id3_tag(book));
        info_place_ = out_.position();
        out_.write(mp3_info_frame(info_));
    }

    void finish() override {
        out_.rewrite(info_place_, mp3_info_frame(info_));
        out_.flush();
    }

protected:
    void add_packets(const SplicedPackets& packets) override {
        seek_table_.pass(packets.sizes);
        info_.music_checksum = mp3_checksum(packets.bytes, info_.music_checksum);
        out_.write(packets.bytes);
    }

private:
    FileWriter out_;
    Mp3Info info_;
    SeekTable seek_table_{info_};
    std::uint64_t info_place_ = 0; ///< in the file
};

} // namespace

std::unique_ptr<BookWriter> open_mp3(const Book& book, const TemporaryFile& file) {
    return std::make_unique<Mp3Writer>(book, file);
}

} // namespace recital
