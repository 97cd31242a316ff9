// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/mp4_box.h"
#include "container/m4b/track.h"

#include <algorithm>
#include <array>

namespace recital::mp4 {

namespace {

constexpr std::uint32_t enabled_in_movie = 3; // flags of the track header

/// Presents the audio from its first sample (ISO/IEC 14496-12, 8.6.6). Apple's players skip the first 2112
/// samples of AAC unless edit list and roll groups say otherwise (QuickTime File Format, "Audio priming").
void put_edit_list(std::string& out, const M4bMovie& movie) {
    const std::uint8_t version = version_for(movie.duration);
    const Box edts(out, "edts");
    const Box elst(out, "elst", version, 0);
    put_u32(out, 1);
    put_time(out, version, movie.duration);
    put_time(out, version, 0);
    put_u32(out, 0x10000);
}

/// ISO/IEC 14496-3, 1.6.2.1: AAC LC, index of the rate, one channel, frames of 1024.
std::string audio_specific_config(const M4bMovie& movie) {
    constexpr std::array<std::uint32_t, 13> rates = {96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                                     22050, 16000, 12000, 11025, 8000,  7350};
    const auto index =
        static_cast<unsigned>(std::find(rates.begin(), rates.end(), movie.rate) - rates.begin());
    constexpr unsigned low_complexity = 2;
    constexpr unsigned mono = 1;
    std::string configuration;
    put_u16(configuration, (low_complexity << 11U) | (index << 7U) | (mono << 3U));
    return configuration;
}

/// ISO/IEC 14496-1, 7.2.6: descriptors of tag, length and content, one in another.
void put_elementary_stream_descriptor(std::string& out, const M4bMovie& movie) {
    const PacketTotals& audio = movie.layout.audio;
    const std::uint64_t seconds_times_rate = audio.packets * movie.frame_samples;
    const std::uint64_t average =
        audio.bytes * 8 * movie.rate / std::max<std::uint64_t>(1, seconds_times_rate);
    const std::string configuration = audio_specific_config(movie);

    std::string decoder;
    put_u8(decoder, 0x40); // MPEG-4 audio
    put_u8(decoder, 0x15); // audio stream
    put_u8(decoder, 0);    // buffer size, 24 bits
    put_u16(decoder, std::max<std::uint32_t>(audio.largest, 768));
    put_u32(decoder, std::uint64_t{audio.largest} * 8 * movie.rate / movie.frame_samples);
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

void put_audio_description(std::string& out, const M4bMovie& movie) {
    const Box stsd(out, "stsd", 0, 0);
    put_u32(out, 1);
    const Box mp4a(out, "mp4a");
    put_zeros(out, 6);
    put_u16(out, 1); // data reference
    put_zeros(out, 8);
    put_u16(out, 1);  // channels; players read the true values from the decoder's configuration
    put_u16(out, 16); // bits a sample
    put_zeros(out, 4);
    put_u32(out, std::uint64_t{movie.rate} << 16U);
    put_elementary_stream_descriptor(out, movie);
}

/// Each packet needs the one before it to be decoded (ISO/IEC 14496-12, 10.1).
void put_roll_group(std::string& out, const M4bMovie& movie) {
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
    put_u32(out, movie.layout.audio.packets);
    put_u32(out, 1);
}

void put_audio_tables(std::string& out, const M4bMovie& movie) {
    {
        const Box stts(out, "stts", 0, 0);
        put_u32(out, 1);
        put_u32(out, movie.layout.audio.packets);
        put_u32(out, movie.frame_samples);
    }
    {
        const Box stsc(out, "stsc", 0, 0);
        put_u32(out, movie.layout.chapters.size());
        for (std::size_t c = 0; c < movie.layout.chapters.size(); ++c) {
            put_u32(out, c + 1);
            put_u32(out, movie.layout.chapters[c].packets);
            put_u32(out, 1);
        }
    }
    {
        const Box stsz(out, "stsz", 0, 0);
        put_u32(out, 0);
        put_u32(out, movie.layout.audio.packets); // whose sizes are put in later; see M4bHead
    }
    put_chunk_offsets(out, movie, true);
    put_roll_group(out, movie);
}

} // namespace

void put_audio_track(std::string& out, const M4bMovie& movie) {
    const std::uint64_t media_duration = std::uint64_t{movie.frame_samples} * movie.layout.audio.packets;
    const Box trak(out, "trak");
    put_track_header(out, movie, audio_track, enabled_in_movie);
    put_edit_list(out, movie);
    {
        const Box tref(out, "tref");
        const Box chap(out, "chap");
        put_u32(out, chapter_track);
    }
    const Box mdia(out, "mdia");
    put_media_header(out, movie, media_duration);
    put_handler(out, "soun", "SoundHandler");
    const Box minf(out, "minf");
    {
        const Box smhd(out, "smhd", 0, 0);
        put_zeros(out, 4);
    }
    put_data_information(out);
    const Box stbl(out, "stbl");
    put_audio_description(out, movie);
    put_audio_tables(out, movie);
}

} // namespace recital::mp4
