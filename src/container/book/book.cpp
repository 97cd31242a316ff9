// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book.h"

#include "container/aac_codec.h"
#include "container/flac.h"
#include "container/m4b.h"
#include "container/mp3.h"
#include "container/mp3_codec.h"
#include "container/opus.h"
#include "container/opus_codec.h"
#include "container/pcm_codec.h"
#include "container/playlist.h"
#include "container/tool_tag.h"
#include "container/wav.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <utility>

namespace recital {

std::uint64_t BookChapter::samples() const {
    return std::accumulate(takes.begin(), takes.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const BookTake& take) { return sum + take.samples; });
}

std::uint64_t Book::samples() const {
    return std::accumulate(
        chapters.begin(), chapters.end(), std::uint64_t{0},
        [](std::uint64_t sum, const BookChapter& chapter) { return sum + chapter.samples(); });
}

std::vector<std::uint64_t> Book::marked_starts() const {
    std::vector<std::uint64_t> starts;
    std::uint64_t start = 0;
    for (const BookChapter& chapter : chapters) {
        starts.push_back(start);
        start += chapter.samples();
    }
    starts.resize(format.traits().marked_chapters(starts));
    return starts;
}

Book chapter_alone(const Book& book, std::size_t chapter) {
    Book alone{book.format, book.tags, {book.chapters[chapter]}, book.loudness, book.chapter_cover, {}};
    alone.tags.title = book.chapters[chapter].title;
    alone.tags.album = book.tags.title;
    alone.tags.track = chapter + 1;
    alone.tags.tracks = book.chapters.size();
    return alone;
}

void drop_front(Packets& packets, std::size_t count) {
    const auto end = packets.sizes.begin() + static_cast<std::ptrdiff_t>(count);
    packets.bytes.erase(0, std::accumulate(packets.sizes.begin(), end, std::size_t{0}));
    packets.sizes.erase(packets.sizes.begin(), end);
}

PacketTotals& PacketTotals::operator+=(const PacketTotals& more) {
    packets += more.packets;
    bytes += more.bytes;
    largest = std::max(largest, more.largest);
    return *this;
}

namespace {

PacketTotals totals_of(std::span<const std::uint32_t> sizes) {
    PacketTotals totals;
    for (const std::uint32_t size : sizes) {
        totals += {1, size, size};
    }
    return totals;
}

template <typename CodecOfFormat>
std::unique_ptr<Codec> make(const FormatSettings& settings) {
    return std::make_unique<CodecOfFormat>(settings);
}

std::unique_ptr<Codec> make_pcm(const FormatSettings& /*settings*/) {
    return std::make_unique<PcmCodec>();
}

void write_riff(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    write_wav(book, load, file);
}

/// How takes and files of a format are made, and how one tells who made a file.
struct FormatWork {
    Format format;
    std::unique_ptr<Codec> (*make_codec)(const FormatSettings&);
    void (*write)(const Book&, const TakeLoader&, const TemporaryFile&);
    std::string (*read_tool)(const std::filesystem::path&);
};

constexpr std::array works = {
    FormatWork{Format::m4b, make<AacCodec>, write_m4b, read_m4b_tool},
    FormatWork{Format::mp3, make<Mp3Codec>, write_mp3, read_mp3_tool},
    FormatWork{Format::opus, make<OpusCodec>, write_opus, read_opus_tool},
    FormatWork{Format::flac, make_pcm, write_flac, read_flac_tool},
    FormatWork{Format::wav, make_pcm, write_riff, read_wav_tool},
};

const FormatWork& work_of(Format format) {
    return *std::find_if(works.begin(), works.end(),
                         [format](const FormatWork& work) { return work.format == format; });
}

} // namespace

BookTake make_book_take(std::size_t number, const Take& take, const FormatSettings& format) {
    BookTake entry;
    entry.number = number;
    entry.samples = take.samples;
    entry.words = take.words.size();
    entry.limiter = take.limiter;
    const std::span<const std::uint32_t> sizes = take.packets.sizes;
    const std::size_t kept = std::min<std::size_t>(take.samples / format.frame_samples(), sizes.size());
    entry.kept_packets = totals_of(sizes.first(kept));
    entry.rest_packets = totals_of(sizes.subspan(kept));
    const std::string_view bytes = take.packets.bytes;
    entry.kept.add(bytes.substr(0, entry.kept_packets.bytes));
    entry.rest.add(bytes.substr(entry.kept_packets.bytes));
    return entry;
}

std::unique_ptr<Codec> make_codec(const FormatSettings& settings) {
    return work_of(settings.format).make_codec(settings);
}

void write_book(const Book& book, const TakeLoader& load, const TemporaryFile& file) {
    work_of(book.format.format).write(book, load, file);
}

bool is_our_work(const std::filesystem::path& path) {
    return is_our_name(read_playlist_tool(path)) ||
           std::any_of(works.begin(), works.end(),
                       [&path](const FormatWork& work) { return is_our_name(work.read_tool(path)); });
}

std::string_view tool_name() {
    return "recital " RECITAL_VERSION;
}

bool is_our_name(std::string_view tool) {
    return tool.starts_with("recital ");
}

} // namespace recital
