// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/xiph/opus.h"

#include "base/byte_order.h"
#include "base/error.h"
#include "base/hash.h"
#include "container/book/splice.h"
#include "container/codec/opus.h"
#include "container/xiph/vorbis_comments.h"

#include <ogg/ogg.h>

#include <string_view>

namespace recital {

namespace {

constexpr std::uint64_t packets_of_a_page = 50;

/// RFC 7845, 5.1: version, channels, pre-skip, rate of the original, gain, mapping family.
std::string identification_header(const Book& book) {
    std::string header = "OpusHead";
    put_little_endian(header, 1, 1);
    put_little_endian(header, 1, 1);
    put_little_endian(header, OpusCodec::delay_samples, 2);
    put_little_endian(header, static_cast<std::uint64_t>(book.format.sample_rate), 4);
    put_little_endian(header, 0, 2);
    put_little_endian(header, 0, 1);
    return header;
}

/// RFC 7845, 5.2.
std::string comment_header(const Book& book) {
    std::string header = "OpusTags";
    const auto put_text = [&header](std::string_view text) {
        put_little_endian(header, text.size(), 4);
        header += text;
    };
    put_text(application_name());
    const auto comments = vorbis_comments(book, book.cover);
    put_little_endian(header, comments.size(), 4);
    for (const std::string& comment : comments) {
        put_text(comment);
    }
    return header;
}

/// One logical stream: packets go in, pages come out.
class OggStream {
public:
    OggStream(std::uint32_t serial, FileWriter& out) : out_(out) {
        if (ogg_stream_init(&state_, static_cast<int>(serial)) != 0) {
            throw Error(ErrorKind::internal, "no memory for an Ogg stream");
        }
    }
    OggStream(const OggStream&) = delete;
    OggStream& operator=(const OggStream&) = delete;
    ~OggStream() { ogg_stream_clear(&state_); }

    /// `granule_position`: samples up to the packet's end, those in front of the signal included.
    void add(std::string_view packet, std::uint64_t granule_position, bool is_last) {
        ogg_packet entry{};
        // libogg copies the packet but asks for it as if it might change it.
        entry.packet = reinterpret_cast<unsigned char*>(const_cast<char*>(packet.data())); // NOLINT
        entry.bytes = static_cast<long>(packet.size());
        entry.b_o_s = packets_ == 0 ? 1 : 0;
        entry.e_o_s = is_last ? 1 : 0;
        entry.granulepos = static_cast<ogg_int64_t>(granule_position);
        entry.packetno = static_cast<ogg_int64_t>(packets_++);
        if (ogg_stream_packetin(&state_, &entry) != 0) {
            throw Error(ErrorKind::internal, "no memory for an Ogg page");
        }
    }

    /// Ends the page, which otherwise would be cut at 4 kB.
    void flush() {
        constexpr int max_page_bytes = 255 * 255;
        ogg_page page{};
        while (ogg_stream_flush_fill(&state_, &page, max_page_bytes) != 0) {
            out_.write(
                {reinterpret_cast<const char*>(page.header), static_cast<std::size_t>(page.header_len)});
            out_.write({reinterpret_cast<const char*>(page.body), static_cast<std::size_t>(page.body_len)});
        }
    }

private:
    FileWriter& out_;
    ogg_stream_state state_{};
    std::uint64_t packets_ = 0;
};

/// The end of the last page is where the sound ends: what its last packet holds behind that is not played.
void write_packets(const Book& book, const TakeLoader& load, OggStream& stream) {
    const std::uint64_t count = packet_totals(book).packets;
    const std::uint64_t end = OpusCodec::delay_samples + book.samples();
    std::uint64_t number = 0;
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& entry : chapter.takes) {
            const Take take = load(entry);
            auto [sizes, bytes] = spliced(book, entry, take);
            for (const std::uint32_t size : sizes) {
                const bool is_last = ++number == count;
                stream.add(bytes.substr(0, size), is_last ? end : number * book.format.frame_samples(),
                           is_last);
                bytes.remove_prefix(size);
                if (is_last || number % packets_of_a_page == 0) {
                    stream.flush();
                }
            }
        }
    }
}

} // namespace

void write_opus(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    FileWriter out(file.descriptor(), file.path().string());
    OggStream stream(static_cast<std::uint32_t>(hash_64(book.tags.album + '\n' + book.tags.title)), out);
    for (const std::string& header : {identification_header(book), comment_header(book)}) {
        stream.add(header, 0, false);
        stream.flush();
    }
    write_packets(book, load, stream);
    out.flush();
}

} // namespace recital
