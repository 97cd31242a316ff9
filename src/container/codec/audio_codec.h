// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace recital {

struct CodecSettings;

/// How much higher decoded peaks come out than they went in, from some bit rate on.
struct Overshoot {
    int min_bitrate; ///< bit/s
    double decibel;
};

/// One way to encode sound: everything that depends on which one it is. Containers of one codec share takes.
struct AudioCodec {
    std::string_view name;                         ///< part of what names a take
    int default_sample_rate;                       ///< Hz
    int default_bitrate;                           ///< bit/s; 0 if it is lossless
    std::span<const int> sample_rates;             ///< those possible, in Hz; empty: any from 8 to 192 kHz
    std::size_t (*frame_samples)(int sample_rate); ///< a take is a whole number of these
    /// By falling bit rate, the last from 0 on: the coarser the coding, the higher the peaks (measured, see
    /// tests/bench/codec_table.py).
    std::span<const Overshoot> overshoots;
    /// Throws a `usage` error if the bit rate is not possible. `format` is how the person called it. Null if
    /// the codec is lossless.
    void (*check_bitrate)(const CodecSettings& settings, std::string_view format);
    std::unique_ptr<Codec> (*make)(const CodecSettings& settings);

    [[nodiscard]] bool is_lossless() const { return default_bitrate == 0; }
    [[nodiscard]] bool has_choice_of_rate() const { return sample_rates.size() != 1; }
};

extern const AudioCodec aac_codec;
extern const AudioCodec mp3_codec;
extern const AudioCodec opus_codec;
extern const AudioCodec pcm_codec; ///< 16 bit

/// A codec and how it is to work.
struct CodecSettings {
    const AudioCodec* codec = &aac_codec; ///< never null
    int sample_rate = 24000;              ///< Hz
    int bitrate = 64000;                  ///< bit/s; 0 if lossless

    /// The codec's frame; a take is a whole number of these.
    [[nodiscard]] std::size_t frame_samples() const { return codec->frame_samples(sample_rate); }
};

/// Throws a `usage` error that lists what is possible if the codec cannot work so. `format` is how the person
/// called it.
void check(const CodecSettings& settings, std::string_view format);

/// For `AudioCodec::check_bitrate`: throws a `usage` error if the bit rate, in bit/s, is not between these.
void check_bitrate_between(int min_bitrate, int max_bitrate, const CodecSettings& settings,
                           std::string_view format);

[[nodiscard]] std::unique_ptr<Codec> make_codec(const CodecSettings& settings);

/// How far below the delivered ceiling the limiter has to stay, in dB: decoded peaks come out a little higher
/// than they went in.
[[nodiscard]] double decoder_overshoot(const CodecSettings& settings);

/// One line that tells this coding from all others: part of what names a take.
[[nodiscard]] std::string describe(const CodecSettings& settings);

} // namespace recital
