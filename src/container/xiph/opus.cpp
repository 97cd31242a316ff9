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

class OpusWriter : public BookWriter {
public:
    OpusWriter(const Book& book, const TemporaryFile& file)
        : BookWriter(book), out_(file.descriptor(), file.path().string()),
          stream_(static_cast<std::uint32_t>(hash_64(book.tags.album + '\n' + book.tags.title)), out_),
          packets_(packet_totals(book).packets), frame_samples_(book.format.frame_samples()),
          end_(OpusCodec::delay_samples + book.samples()) {
        for (const std::string& header : {identification_header(book), comment_header(book)}) {
            stream_.add(header, 0, false);
            stream_.flush();
        }
    }

    void finish() override { out_.flush(); }

protected:
    void add_packets(const SplicedPackets& packets) override {
        std::string_view bytes = packets.bytes;
        for (const std::uint32_t size : packets.sizes) {
            add(bytes.substr(0, size));
            bytes.remove_prefix(size);
        }
    }

private:
    /// The end of the last page is where the sound ends: what its last packet holds after that is not played.
    void add(std::string_view packet) {
        const bool is_last = ++number_ == packets_;
        stream_.add(packet, is_last ? end_ : number_ * frame_samples_, is_last);
        if (is_last || number_ % packets_of_a_page == 0) {
            stream_.flush();
        }
    }

    FileWriter out_;
    OggStream stream_;
    std::uint64_t packets_; ///< of the whole book
    std::uint64_t frame_samples_;
    std::uint64_t end_;        ///< of the sound, in samples from the start of the stream
    std::uint64_t number_ = 0; ///< of the last packet added, from 1
};

} // namespace

std::unique_ptr<BookWriter> open_opus(const Book& book, const TemporaryFile& file) {
    return std::make_unique<OpusWriter>(book, file);
}

} // namespace recital
