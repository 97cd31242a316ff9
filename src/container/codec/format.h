// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The kinds of file that can be written.
enum class Format { m4b, mp3, opus, flac, wav };

/// The fixed properties of a format.
struct FormatTraits {
    Format format;
    std::string_view name;             ///< as on the command line; also the file's extension, without the dot
    std::string_view coding;           ///< the coding of its takes: formats with the same coding share takes
    int default_sample_rate;           ///< Hz
    int default_bitrate;               ///< bit/s; 0 if lossless
    std::span<const int> sample_rates; ///< the possible ones, Hz; empty: any from 8 to 192 kHz
    std::size_t max_chapters;          ///< how many chapters it can mark, counted from the first
    std::uint64_t last_start;          ///< in samples: chapters that begin later have no mark

    /// How many chapters a file can mark if its chapters begin at these samples, in ascending order.
    [[nodiscard]] std::size_t marked_chapters(std::span<const std::uint64_t> starts) const;
};

/// All formats, the default first. Lives as long as the program.
[[nodiscard]] std::span<const FormatTraits> all_formats();

/// The traits of one format.
[[nodiscard]] const FormatTraits& traits_of(Format format);

/// A format and its encoder's settings.
struct FormatSettings {
    Format format = Format::m4b;
    int sample_rate = 24000; ///< Hz
    int bitrate = 64000;     ///< bit/s; 0 if lossless

    [[nodiscard]] const FormatTraits& traits() const { return traits_of(format); }

    /// Samples in a frame of the codec; a take is a whole number of frames.
    [[nodiscard]] std::size_t frame_samples() const;
};

/// Settings from the user's choices; `sample_rate` in Hz and `bitrate` in bit/s, 0 for the default. Throws a
/// `usage` error that lists the possible values.
[[nodiscard]] FormatSettings make_format_settings(std::string_view name, int sample_rate, int bitrate);

/// Settings for several formats. A value that a format does not let the user choose (the bit rate of a
/// lossless format, the sample rate of Opus) applies to the other formats; if it applies to none, a `usage`
/// error is thrown. A format named twice is made once.
[[nodiscard]] std::vector<FormatSettings> make_formats(std::span<const std::string> names, int sample_rate,
                                                       int bitrate);

/// How far below the requested ceiling the limiter has to stay, in dB (positive): peaks of decoded audio are
/// slightly higher than before encoding, more so at low bit rates (measured, see tests/bench/codec_table.py).
[[nodiscard]] double decoder_overshoot(const FormatSettings& settings);

/// One line that identifies the coding and its settings: part of the key of a take.
[[nodiscard]] std::string describe(const FormatSettings& settings);

} // namespace recital
