// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/track.h"

#include "container/m4b/mp4_box.h"
#include "container/m4b/tags.h"

namespace recital::mp4 {

void put_u8(std::string& out, unsigned value) {
    put(out, static_cast<std::uint8_t>(value));
}
void put_u16(std::string& out, unsigned value) {
    put(out, static_cast<std::uint16_t>(value));
}
void put_u32(std::string& out, std::uint64_t value) {
    put(out, static_cast<std::uint32_t>(value));
}
void put_zeros(std::string& out, std::size_t count) {
    out.append(count, '\0');
}

void put_time(std::string& out, std::uint8_t version, std::uint64_t value) {
    if (version == 1) {
        put(out, value);
    } else {
        put_u32(out, value);
    }
}

std::uint8_t version_for(std::uint64_t duration) {
    return duration > max_32 ? 1 : 0;
}

void put_matrix(std::string& out) {
    for (const std::uint32_t value : {0x10000U, 0U, 0U, 0U, 0x10000U, 0U, 0U, 0U, 0x40000000U}) {
        put_u32(out, value);
    }
}

void put_track_header(std::string& out, const M4bMovie& movie, std::uint32_t track, std::uint32_t flags) {
    const std::uint8_t version = version_for(movie.duration);
    const Box box(out, "tkhd", version, flags);
    put_time(out, version, 0);
    put_time(out, version, 0);
    put_u32(out, track);
    put_zeros(out, 4);
    put_time(out, version, movie.duration);
    put_zeros(out, 8);
    put_u16(out, 0);
    put_u16(out, track == audio_track ? 1 : 0); // alternate group
    put_u16(out, track == audio_track ? 0x100 : 0);
    put_zeros(out, 2);
    put_matrix(out);
    put_zeros(out, 8);
}

void put_media_header(std::string& out, const M4bMovie& movie, std::uint64_t duration) {
    const std::uint8_t version = version_for(duration);
    const Box box(out, "mdhd", version, 0);
    put_time(out, version, 0);
    put_time(out, version, 0);
    put_u32(out, movie.rate);
    put_time(out, version, duration);
    put_u16(out, m4b_language_code(movie.book.tags.language));
    put_u16(out, 0);
}

void put_handler(std::string& out, std::string_view type, std::string_view name) {
    const Box box(out, "hdlr", 0, 0);
    put_zeros(out, 4);
    out += type;
    put_zeros(out, 12);
    out += name;
    put_u8(out, 0);
}

void put_data_information(std::string& out) {
    const Box dinf(out, "dinf");
    const Box dref(out, "dref", 0, 0);
    put_u32(out, 1);
    const Box url(out, "url ", 0, 1); // the media data are in this file
}

void put_chunk_offsets(std::string& out, const M4bMovie& movie, bool audio) {
    const Box box(out, movie.wide_offsets ? "co64" : "stco", 0, 0);
    put_u32(out, movie.layout.chapters.size());
    std::uint64_t offset = movie.media_start;
    for (const M4bChapter& chapter : movie.layout.chapters) {
        const std::uint64_t text_bytes = chapter_text_sample(chapter.title).size();
        put_time(out, movie.wide_offsets ? 1 : 0, audio ? offset + text_bytes : offset);
        offset += text_bytes + chapter.audio_bytes;
    }
}

} // namespace recital::mp4
