// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/mp4_box.h"
#include "container/m4b/track.h"

namespace recital::mp4 {

namespace {

/// Flags of the track header: the chapter track is found by reference and never played by itself.
constexpr std::uint32_t disabled_in_movie = 2;

/// QuickTime File Format, "Base media information atoms" and "Text media information atom".
void put_text_media_header(std::string& out) {
    const Box gmhd(out, "gmhd");
    {
        const Box gmin(out, "gmin", 0, 0);
        put_u16(out, 0x40); // graphics mode: copy with dithering
        put_u16(out, 0x8000);
        put_u16(out, 0x8000);
        put_u16(out, 0x8000);
        put_zeros(out, 4);
    }
    const Box text(out, "text");
    put_matrix(out);
}

/// QuickTime File Format, "Text sample description": chapter lists do not show any of it.
void put_text_description(std::string& out) {
    const Box stsd(out, "stsd", 0, 0);
    put_u32(out, 1);
    const Box text(out, "text");
    put_zeros(out, 6);
    put_u16(out, 1);
    put_u32(out, 1); // display flags: do not display
    put_u32(out, 1); // centred
    put_zeros(out, 6 + 8 + 8 + 2 + 2 + 1 + 2 + 6);
    put_u8(out, 0); // no font name
}

void put_chapter_tables(std::string& out, const M4bMovie& movie) {
    {
        const Box stts(out, "stts", 0, 0);
        put_u32(out, movie.layout.chapters.size());
        for (const M4bChapter& chapter : movie.layout.chapters) {
            put_u32(out, 1);
            put_u32(out, chapter.samples);
        }
    }
    {
        const Box stsc(out, "stsc", 0, 0);
        put_u32(out, 1);
        put_u32(out, 1);
        put_u32(out, 1);
        put_u32(out, 1);
    }
    {
        const Box stsz(out, "stsz", 0, 0);
        put_u32(out, 0);
        put_u32(out, movie.layout.chapters.size());
        for (const M4bChapter& chapter : movie.layout.chapters) {
            put_u32(out, chapter_text_sample(chapter.title).size());
        }
    }
    put_chunk_offsets(out, movie, false);
}

} // namespace

void put_chapter_track(std::string& out, const M4bMovie& movie) {
    const Box trak(out, "trak");
    put_track_header(out, movie, chapter_track, disabled_in_movie);
    const Box mdia(out, "mdia");
    put_media_header(out, movie, movie.samples);
    put_handler(out, "text", "SubtitleHandler");
    const Box minf(out, "minf");
    put_text_media_header(out);
    put_data_information(out);
    const Box stbl(out, "stbl");
    put_text_description(out);
    put_chapter_tables(out, movie);
}

} // namespace recital::mp4
