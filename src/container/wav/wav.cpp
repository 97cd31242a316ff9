// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/wav/wav.h"

#include "base/byte_order.h"
#include "container/book/record.h"
#include "container/book/tag_field.h"
#include "container/id3/id3.h"
#include "container/wav/record_chunk.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace recital {

namespace {

void put_u32(std::string& out, std::uint64_t value) {
    put_little_endian(out, value, 4);
}

void put_u16(std::string& out, std::uint64_t value) {
    put_little_endian(out, value, 2);
}

/// A chunk's size does not count the byte that makes it even.
void put_chunk(std::string& out, std::string_view id, std::string_view content) {
    out += id;
    put_u32(out, content.size());
    out += content;
    out.append(content.size() % 2, '\0');
}

/// With a zero behind it where its length is odd. In RF64, libsndfile does not pass over the byte that makes
/// a chunk even where it does not know the chunk, and finds nothing that comes behind it.
std::string even(std::string content) {
    content.append(content.size() % 2, '\0');
    return content;
}

constexpr std::array text_fields = {
    TagField{"INAM", &BookTags::title},  TagField{"IPRD", &BookTags::album},
    TagField{"IART", &BookTags::artist}, TagField{"IGNR", &BookTags::genre},
    TagField{"ICRD", &BookTags::date},   TagField{"ICMT", &BookTags::description},
    TagField{"ICOP", &BookTags::rights},
};

/// Multimedia Programming Interface and Data Specifications 1.0, "INFO List Chunk".
std::string info_list(const BookTags& tags) {
    std::string list = "INFO";
    const auto put = [&list](std::string_view id, std::string text) {
        if (!text.empty()) {
            text.push_back('\0');
            put_chunk(list, id, text);
        }
    };
    for (const TagField& field : text_fields) {
        put(field.name, tags.*field.value);
    }
    put("ITRK", tags.track == 0 ? "" : fmt::format("{}/{}", tags.track, tags.tracks));
    put("ISFT", std::string(application_name()));
    return list;
}

/// The same, "Cue-Points Chunk".
std::string cue_points(const std::vector<std::uint64_t>& starts) {
    std::string chunk;
    put_u32(chunk, starts.size());
    for (std::size_t n = 0; n < starts.size(); ++n) {
        put_u32(chunk, n + 1);
        put_u32(chunk, starts[n]);
        chunk += "data";
        put_u32(chunk, 0);
        put_u32(chunk, 0);
        put_u32(chunk, starts[n]);
    }
    return chunk;
}

/// The same, "Associated Data Chunk": a label for each cue point. A label's size counts its text and one
/// zero, nothing more, or readers lose their way to the next.
std::string label_list(const std::vector<std::string_view>& titles) {
    std::string list = "adtl";
    for (std::size_t n = 0; n < titles.size(); ++n) {
        std::string label;
        put_u32(label, n + 1);
        label += titles[n];
        label.push_back('\0');
        put_chunk(list, "labl", label);
    }
    return list;
}

void put_chapters(std::string& out, const Book& book) {
    const std::vector<std::uint64_t> starts = book.marked_starts();
    std::vector<std::string_view> titles;
    for (std::size_t n = 0; n < starts.size(); ++n) {
        titles.push_back(book.chapters[n].title);
    }
    put_chunk(out, record_chunk, even(book_record(book)));
    put_chunk(out, "cue ", cue_points(starts));
    put_chunk(out, "LIST", label_list(titles));
}

/// The same, "Waveform Audio File Format": PCM, mono.
std::string format_chunk(const Book& book) {
    constexpr unsigned bytes = sizeof(std::int16_t);
    const auto rate = static_cast<std::uint64_t>(book.format.sample_rate);
    std::string chunk;
    put_u16(chunk, 1);
    put_u16(chunk, 1);
    put_u32(chunk, rate);
    put_u32(chunk, rate * bytes);
    put_u16(chunk, bytes);
    put_u16(chunk, std::uint64_t{8} * bytes);
    return chunk;
}

/// EBU Tech 3306: the sizes that do not fit into 32 bits.
std::string long_sizes(std::uint64_t riff_bytes, std::uint64_t sound_bytes, std::uint64_t samples) {
    std::string chunk;
    for (const std::uint64_t size : {riff_bytes, sound_bytes, samples}) {
        put_u32(chunk, size & UINT32_MAX);
        put_u32(chunk, size >> 32U);
    }
    put_u32(chunk, 0); // no other chunk is that large
    return chunk;
}

/// All that stands before the sound.
std::string wav_head(const Book& book, bool is_large) {
    constexpr std::size_t riff_header = 12;
    constexpr std::size_t long_sizes_bytes = 8 + 28;
    const std::uint64_t sound_bytes = book.samples() * sizeof(std::int16_t);
    std::string chunks;
    put_chunk(chunks, "fmt ", format_chunk(book));
    put_chunk(chunks, "LIST", info_list(book.tags));
    put_chapters(chunks, book);
    // RIFF does not say how its own texts are encoded and has no field for some of them, ID3 does and has. It
    // holds no chapters: ffmpeg would show them twice.
    put_chunk(chunks, "id3 ", even(id3_tag_without_chapters(book)));
    chunks += "data";
    put_u32(chunks, is_large ? UINT32_MAX : sound_bytes);

    const std::uint64_t riff_bytes =
        riff_header - 8 + (is_large ? long_sizes_bytes : 0) + chunks.size() + sound_bytes;
    std::string head = is_large ? "RF64" : "RIFF";
    put_u32(head, is_large ? UINT32_MAX : riff_bytes);
    head += "WAVE";
    if (is_large) {
        put_chunk(head, "ds64", long_sizes(riff_bytes, sound_bytes, book.samples()));
    }
    return head + chunks;
}

class WavWriter : public BookWriter {
public:
    WavWriter(const Book& book, const TemporaryFile& file, std::uint64_t max_riff_bytes)
        : BookWriter(book), out_(file.descriptor(), file.path().string()) {
        out_.write(wav_head(book, book.samples() * sizeof(std::int16_t) > max_riff_bytes));
    }

    void finish() override { out_.flush(); }

protected:
    void add_packets(const SplicedPackets& packets) override { out_.write(packets.bytes); }

private:
    FileWriter out_;
};

} // namespace

std::unique_ptr<BookWriter> open_wav(const Book& book, const TemporaryFile& file,
                                     std::uint64_t max_riff_bytes) {
    return std::make_unique<WavWriter>(book, file, max_riff_bytes);
}

} // namespace recital
