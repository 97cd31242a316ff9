// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b_index.h"

#include "base/unicode.h"
#include "container/aac_codec.h"
#include "container/m4b_tags.h"
#include "container/mp4_box.h"

#include <algorithm>
#include <array>
#include <limits>

namespace recital {

namespace {

using mp4::Box;
using mp4::put;

// Players exist that read chapter times in the movie's scale and expect milliseconds there.
constexpr std::uint32_t movie_timescale = 1000;
constexpr std::uint32_t audio_track = 1;
constexpr std::uint32_t chapter_track = 2;
// Flags: a chapter track is found by reference and never played by itself.
constexpr std::uint32_t enabled_in_movie = 3;
constexpr std::uint32_t disabled_in_movie = 2;

constexpr std::uint64_t most_32 = std::numeric_limits<std::uint32_t>::max();

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

/// A duration or time in the width of its box's version.
void put_time(std::string& out, std::uint8_t version, std::uint64_t value) {
    if (version == 1) {
        put(out, value);
    } else {
        put_u32(out, value);
    }
}

std::uint8_t version_for(std::uint64_t duration) {
    return duration > most_32 ? 1 : 0;
}

/// The unity matrix (ISO/IEC 14496-12, 6.2.2).
void put_matrix(std::string& out) {
    for (const std::uint32_t value : {0x10000U, 0U, 0U, 0U, 0x10000U, 0U, 0U, 0U, 0x40000000U}) {
        put_u32(out, value);
    }
}

/// Sizes and times of the two tracks, and where the media data begin.
class IndexWriter {
public:
    IndexWriter(const Book& book, const M4bLayout& layout) : book_(book), layout_(layout) {
        for (const M4bChapter& chapter : layout.chapters) {
            samples_ += chapter.samples;
            audio_bytes_ += chapter.audio_bytes;
            media_bytes_ += chapter.audio_bytes + chapter_text_sample(chapter.title).size();
        }
        rate_ = static_cast<std::uint32_t>(book.format.sample_rate);
        frame_samples_ = static_cast<std::uint32_t>(book.format.traits().frame_samples);
        // Rounded up: an edit that ended before the last sample would cut it off.
        movie_duration_ = (samples_ * movie_timescale + rate_ - 1) / rate_;
    }

    std::string write() {
        std::string head;
        put_file_type(head);
        // The index's size does not depend on the offsets in it, so a first draft tells where the media data
        // begin.
        std::string draft;
        put_movie(draft);
        const bool large = media_bytes_ + draft.size() + head.size() > most_32 - 64;
        wide_offsets_ = large;
        draft.clear();
        put_movie(draft);
        const std::size_t media_header_bytes = large ? 16 : 8;
        media_start_ = head.size() + draft.size() + media_header_bytes;
        put_movie(head);
        put_u32(head, large ? 1 : media_bytes_ + media_header_bytes);
        head += "mdat";
        if (large) {
            put(head, media_bytes_ + std::uint64_t{media_header_bytes});
        }
        return head;
    }

private:
    static void put_file_type(std::string& out) {
        const Box box(out, "ftyp");
        out += "M4B ";
        put_u32(out, 0x200);
        out += "M4B M4A mp42isomiso2";
    }

    void put_movie(std::string& out) const {
        const Box box(out, "moov");
        put_movie_header(out);
        put_audio_track(out);
        put_chapter_track(out);
        put_user_data(out);
    }

    void put_movie_header(std::string& out) const {
        const std::uint8_t version = version_for(movie_duration_);
        const Box box(out, "mvhd", version, 0);
        put_time(out, version, 0); // no creation time: the same book is the same bytes
        put_time(out, version, 0);
        put_u32(out, movie_timescale);
        put_time(out, version, movie_duration_);
        put_u32(out, 0x10000); // normal rate
        put_u16(out, 0x100);   // full volume
        put_zeros(out, 10);
        put_matrix(out);
        put_zeros(out, 24);
        put_u32(out, chapter_track + 1);
    }

    void put_track_header(std::string& out, std::uint32_t track, std::uint32_t flags) const {
        const std::uint8_t version = version_for(movie_duration_);
        const Box box(out, "tkhd", version, flags);
        put_time(out, version, 0);
        put_time(out, version, 0);
        put_u32(out, track);
        put_zeros(out, 4);
        put_time(out, version, movie_duration_);
        put_zeros(out, 8);
        put_u16(out, 0);
        put_u16(out, track == audio_track ? 1 : 0); // alternate group
        put_u16(out, track == audio_track ? 0x100 : 0);
        put_zeros(out, 2);
        put_matrix(out);
        put_zeros(out, 8);
    }

    void put_media_header(std::string& out, std::uint64_t duration) const {
        const std::uint8_t version = version_for(duration);
        const Box box(out, "mdhd", version, 0);
        put_time(out, version, 0);
        put_time(out, version, 0);
        put_u32(out, rate_);
        put_time(out, version, duration);
        put_u16(out, m4b_language_code(book_.tags.language));
        put_u16(out, 0);
    }

    static void put_handler(std::string& out, std::string_view type, std::string_view name) {
        const Box box(out, "hdlr", 0, 0);
        put_zeros(out, 4);
        out += type;
        put_zeros(out, 12);
        out += name;
        put_u8(out, 0);
    }

    static void put_data_information(std::string& out) {
        const Box dinf(out, "dinf");
        const Box dref(out, "dref", 0, 0);
        put_u32(out, 1);
        const Box url(out, "url ", 0, 1); // the media data are in this file
    }

    void put_audio_track(std::string& out) const {
        const std::uint64_t media_duration = std::uint64_t{frame_samples_} * layout_.packet_sizes.size();
        const Box trak(out, "trak");
        put_track_header(out, audio_track, enabled_in_movie);
        put_edit_list(out);
        {
            const Box tref(out, "tref");
            const Box chap(out, "chap");
            put_u32(out, chapter_track);
        }
        const Box mdia(out, "mdia");
        put_media_header(out, media_duration);
        put_handler(out, "soun", "SoundHandler");
        const Box minf(out, "minf");
        {
            const Box smhd(out, "smhd", 0, 0);
            put_zeros(out, 4);
        }
        put_data_information(out);
        const Box stbl(out, "stbl");
        put_audio_description(out);
        put_audio_tables(out);
    }

    /// Hides what the encoder's delay puts in front (ISO/IEC 14496-12, 8.6.6).
    void put_edit_list(std::string& out) const {
        const std::uint8_t version = version_for(movie_duration_);
        const Box edts(out, "edts");
        const Box elst(out, "elst", version, 0);
        put_u32(out, 1);
        put_time(out, version, movie_duration_);
        put_time(out, version, AacCodec::delay_samples);
        put_u32(out, 0x10000);
    }

    void put_audio_description(std::string& out) const {
        const Box stsd(out, "stsd", 0, 0);
        put_u32(out, 1);
        const Box mp4a(out, "mp4a");
        put_zeros(out, 6);
        put_u16(out, 1); // data reference
        put_zeros(out, 8);
        put_u16(out, 1);  // channels; players read the true values from the decoder's configuration
        put_u16(out, 16); // bits a sample
        put_zeros(out, 4);
        put_u32(out, std::uint64_t{rate_} << 16U);
        put_elementary_stream_descriptor(out);
    }

    /// ISO/IEC 14496-1, 7.2.6: descriptors of tag, length and content, one in another.
    void put_elementary_stream_descriptor(std::string& out) const {
        const std::uint64_t packets = layout_.packet_sizes.size();
        const std::uint64_t seconds_times_rate = packets * frame_samples_;
        const std::uint64_t average =
            audio_bytes_ * 8 * rate_ / std::max<std::uint64_t>(1, seconds_times_rate);
        const std::uint32_t largest =
            *std::max_element(layout_.packet_sizes.begin(), layout_.packet_sizes.end());
        const std::string configuration = audio_specific_config();

        std::string decoder;
        put_u8(decoder, 0x40); // MPEG-4 audio
        put_u8(decoder, 0x15); // audio stream
        put_u8(decoder, 0);    // buffer size, 24 bits
        put_u16(decoder, std::max<std::uint32_t>(largest, 768));
        put_u32(decoder, std::uint64_t{largest} * 8 * rate_ / frame_samples_);
        put_u32(decoder, average);
        put_u8(decoder, 0x05);
        put_u8(decoder, static_cast<unsigned>(configuration.size()));
        decoder += configuration;

        std::string stream;
        put_u16(stream, audio_track);
        put_u8(stream, 0);
        put_u8(stream, 0x04);
        put_u8(stream, static_cast<unsigned>(decoder.size()));
        stream += decoder;
        stream += std::string_view("\x06\x01\x02", 3); // sync layer: as MP4 files have it

        const Box esds(out, "esds", 0, 0);
        put_u8(out, 0x03);
        put_u8(out, static_cast<unsigned>(stream.size()));
        out += stream;
    }

    /// ISO/IEC 14496-3, 1.6.2.1: AAC LC, index of the rate, one channel, frames of 1024.
    [[nodiscard]] std::string audio_specific_config() const {
        constexpr std::array<std::uint32_t, 13> rates = {96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                                         22050, 16000, 12000, 11025, 8000,  7350};
        const auto index =
            static_cast<unsigned>(std::find(rates.begin(), rates.end(), rate_) - rates.begin());
        constexpr unsigned low_complexity = 2;
        constexpr unsigned mono = 1;
        std::string configuration;
        put_u16(configuration, (low_complexity << 11U) | (index << 7U) | (mono << 3U));
        return configuration;
    }

    void put_audio_tables(std::string& out) const {
        {
            const Box stts(out, "stts", 0, 0);
            put_u32(out, 1);
            put_u32(out, layout_.packet_sizes.size());
            put_u32(out, frame_samples_);
        }
        {
            const Box stsc(out, "stsc", 0, 0);
            put_u32(out, layout_.chapters.size());
            for (std::size_t c = 0; c < layout_.chapters.size(); ++c) {
                put_u32(out, c + 1);
                put_u32(out, layout_.chapters[c].packets);
                put_u32(out, 1);
            }
        }
        {
            const Box stsz(out, "stsz", 0, 0);
            put_u32(out, 0);
            put_u32(out, layout_.packet_sizes.size());
            for (const std::uint32_t size : layout_.packet_sizes) {
                put_u32(out, size);
            }
        }
        put_chunk_offsets(out, true);
        put_roll_group(out);
    }

    /// Each packet needs the one before it to be decoded (ISO/IEC 14496-12, 10.1).
    void put_roll_group(std::string& out) const {
        {
            const Box sgpd(out, "sgpd", 1, 0);
            out += "roll";
            put_u32(out, 2);
            put_u32(out, 1);
            put_u16(out, 0xFFFF); // -1
        }
        const Box sbgp(out, "sbgp", 0, 0);
        out += "roll";
        put_u32(out, 1);
        put_u32(out, layout_.packet_sizes.size());
        put_u32(out, 1);
    }

    /// Offsets of the audio chunks, or of the text samples that stand each before its chapter's chunk.
    void put_chunk_offsets(std::string& out, bool audio) const {
        const Box box(out, wide_offsets_ ? "co64" : "stco", 0, 0);
        put_u32(out, layout_.chapters.size());
        std::uint64_t offset = media_start_;
        for (const M4bChapter& chapter : layout_.chapters) {
            const std::uint64_t text_bytes = chapter_text_sample(chapter.title).size();
            put_time(out, wide_offsets_ ? 1 : 0, audio ? offset + text_bytes : offset);
            offset += text_bytes + chapter.audio_bytes;
        }
    }

    void put_chapter_track(std::string& out) const {
        const Box trak(out, "trak");
        put_track_header(out, chapter_track, disabled_in_movie);
        const Box mdia(out, "mdia");
        put_media_header(out, samples_);
        put_handler(out, "text", "SubtitleHandler");
        const Box minf(out, "minf");
        put_text_media_header(out);
        put_data_information(out);
        const Box stbl(out, "stbl");
        put_text_description(out);
        put_chapter_tables(out);
    }

    /// QuickTime File Format, "Base media information atoms" and "Text media information atom".
    static void put_text_media_header(std::string& out) {
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

    /// QuickTime File Format, "Text sample description": nothing of it shows in a chapter list.
    static void put_text_description(std::string& out) {
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

    void put_chapter_tables(std::string& out) const {
        {
            const Box stts(out, "stts", 0, 0);
            put_u32(out, layout_.chapters.size());
            for (const M4bChapter& chapter : layout_.chapters) {
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
            put_u32(out, layout_.chapters.size());
            for (const M4bChapter& chapter : layout_.chapters) {
                put_u32(out, chapter_text_sample(chapter.title).size());
            }
        }
        put_chunk_offsets(out, false);
    }

    void put_user_data(std::string& out) const {
        const Box udta(out, "udta");
        put_m4b_tags(out, book_.tags);
        put_nero_chapters(out);
    }

    /// Nero's chapter list: start times in units of 100 ns. It holds 255 chapters; readers that know it would
    /// show those alone where there are more, so then there is none.
    void put_nero_chapters(std::string& out) const {
        constexpr std::size_t most_chapters = 255;
        constexpr std::size_t most_title_bytes = 255;
        constexpr std::uint64_t units_per_second = 10'000'000;
        if (layout_.chapters.size() > most_chapters) {
            return;
        }
        const Box chpl(out, "chpl", 1, 0);
        put_zeros(out, 4);
        put_u8(out, static_cast<unsigned>(layout_.chapters.size()));
        std::uint64_t start = 0;
        for (const M4bChapter& chapter : layout_.chapters) {
            const std::string_view title = prefix_on_character(chapter.title, most_title_bytes);
            put(out, start / rate_ * units_per_second + start % rate_ * units_per_second / rate_);
            put_u8(out, static_cast<unsigned>(title.size()));
            out += title;
            start += chapter.samples;
        }
    }

    const Book& book_;
    const M4bLayout& layout_;
    std::uint64_t samples_ = 0;
    std::uint64_t audio_bytes_ = 0;
    std::uint64_t media_bytes_ = 0;
    std::uint64_t media_start_ = 0;
    std::uint64_t movie_duration_ = 0;
    std::uint32_t rate_ = 0;
    std::uint32_t frame_samples_ = 0;
    bool wide_offsets_ = false;
};

} // namespace

std::string chapter_text_sample(std::string_view title) {
    constexpr std::size_t most_bytes = std::numeric_limits<std::uint16_t>::max();
    const std::string_view text = prefix_on_character(title, most_bytes);
    std::string sample;
    put_u16(sample, static_cast<unsigned>(text.size()));
    sample += text;
    {
        const Box encd(sample, "encd");
        put_u32(sample, 0x100); // UTF-8
    }
    return sample;
}

std::string m4b_head(const Book& book, const M4bLayout& layout) {
    return IndexWriter(book, layout).write();
}

} // namespace recital
