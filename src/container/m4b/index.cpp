// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/index.h"

#include "base/unicode.h"
#include "container/book/lyrics.h"
#include "container/book/record.h"
#include "container/m4b/mp4_box.h"
#include "container/m4b/tags.h"
#include "container/m4b/track.h"

#include <limits>

namespace recital {

using namespace mp4;

namespace {

M4bMovie make_movie(const Book& book, const M4bLayout& layout) {
    M4bMovie movie{book, layout, book_record(book), lyrics(book)};
    for (const M4bChapter& chapter : layout.chapters) {
        movie.samples += chapter.samples;
        movie.media_bytes += chapter.audio_bytes + chapter_text_sample(chapter.title).size();
    }
    movie.rate = static_cast<std::uint32_t>(book.format.sample_rate);
    movie.frame_samples = static_cast<std::uint32_t>(book.format.frame_samples());
    // Rounded up: an edit that ended before the last sample would cut it off.
    movie.duration = (movie.samples * movie_timescale + movie.rate - 1) / movie.rate;
    return movie;
}

void put_file_type(std::string& out) {
    const Box box(out, "ftyp");
    out += "M4B ";
    put_u32(out, 0x200);
    out += "M4B M4A mp42isomiso2";
}

void put_movie_header(std::string& out, const M4bMovie& movie) {
    const std::uint8_t version = version_for(movie.duration);
    const Box box(out, "mvhd", version, 0);
    put_time(out, version, 0); // no creation time: the same book is the same bytes
    put_time(out, version, 0);
    put_u32(out, movie_timescale);
    put_time(out, version, movie.duration);
    put_u32(out, 0x10000); // normal rate
    put_u16(out, 0x100);   // full volume
    put_zeros(out, 10);
    put_matrix(out);
    put_zeros(out, 24);
    put_u32(out, chapter_track + 1);
}

/// Nero's chapter list, for which there is no standard; this is what libavformat and AtomicParsley read:
/// version 1, four unused bytes, the count in one byte, then for each chapter its start in units of 100 ns
/// and its title, preceded by its length in one byte. It holds at most 255 chapters. If there are more, the
/// list is omitted, because readers that use it would show only those.
void put_nero_chapters(std::string& out, const M4bMovie& movie) {
    constexpr std::size_t max_chapters = 255;
    constexpr std::size_t max_title_bytes = 255;
    constexpr std::uint64_t units_per_second = 10'000'000;
    if (movie.layout.chapters.size() > max_chapters) {
        return;
    }
    const Box chpl(out, "chpl", 1, 0);
    put_zeros(out, 4);
    put_u8(out, static_cast<unsigned>(movie.layout.chapters.size()));
    std::uint64_t start = 0;
    for (const M4bChapter& chapter : movie.layout.chapters) {
        const std::string_view title = prefix_on_character(chapter.title, max_title_bytes);
        put(out, start / movie.rate * units_per_second + start % movie.rate * units_per_second / movie.rate);
        put_u8(out, static_cast<unsigned>(title.size()));
        out += title;
        start += chapter.samples;
    }
}

void put_user_data(std::string& out, const M4bMovie& movie) {
    const Box udta(out, "udta");
    put_m4b_tags(out, movie.book, movie.record, movie.lyrics);
    put_nero_chapters(out, movie);
}

void put_movie(std::string& out, const M4bMovie& movie) {
    const Box box(out, "moov");
    put_movie_header(out, movie);
    put_audio_track(out, movie);
    put_chapter_track(out, movie);
    put_user_data(out, movie);
}

} // namespace

std::string chapter_text_sample(std::string_view title) {
    constexpr std::size_t max_bytes = std::numeric_limits<std::uint16_t>::max();
    const std::string_view text = prefix_on_character(title, max_bytes);
    std::string sample;
    put_u16(sample, static_cast<unsigned>(text.size()));
    sample += text;
    {
        const Box encd(sample, "encd");
        put_u32(sample, 0x100); // UTF-8
    }
    return sample;
}

M4bHead m4b_head(const Book& book, const M4bLayout& layout) {
    M4bMovie movie = make_movie(book, layout);
    const std::uint64_t size_bytes = layout.audio.packets * packet_size_bytes;
    std::string head;
    put_file_type(head);
    const std::size_t type_bytes = head.size();
    // The size of the index does not depend on the offsets in it, so a first draft shows where the media data
    // begin.
    const auto index_bytes = [&] {
        std::string draft;
        put_movie(draft, movie);
        return draft.size() + size_bytes;
    };
    constexpr std::uint64_t header_room = 64;
    movie.wide_offsets = movie.media_bytes + index_bytes() + type_bytes > max_32 - header_room;
    const std::size_t media_header_bytes = movie.wide_offsets ? 16 : 8;
    movie.media_start = type_bytes + index_bytes() + media_header_bytes;
    put_movie(head, movie);
    const std::size_t sizes_place = grow_boxes(head, "moov/trak/mdia/minf/stbl/stsz", size_bytes);
    put_u32(head, movie.wide_offsets ? 1 : movie.media_bytes + media_header_bytes);
    head += "mdat";
    if (movie.wide_offsets) {
        put(head, movie.media_bytes + std::uint64_t{media_header_bytes});
    }
    return {head.substr(0, sizes_place), head.substr(sizes_place)};
}

} // namespace recital
