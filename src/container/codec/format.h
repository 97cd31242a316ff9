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

/// What is fixed about a format.
struct FormatTraits {
    Format format;
    std::string_view name;             ///< as on the command line and, after a dot, the file's extension
    std::string_view coding;           ///< what its takes are made of: formats of one coding share them
    int default_sample_rate;           ///< Hz
    int default_bitrate;               ///< bit/s; 0 if lossless
    std::span<const int> sample_rates; ///< those possible; empty: any from 8 to 192 kHz
    std::size_t max_chapters;          ///< how many it can mark, from the first on
    std::uint64_t last_start;          ///< in samples: chapters that begin later have no mark either

    /// How many chapters a file shows whose chapters begin at these samples, in order.
    [[nodiscard]] std::size_t marked_chapters(std::span<const std::uint64_t> starts) const;
};

/// All formats, the default first.
[[nodiscard]] std::span<const FormatTraits> all_formats();

[[nodiscard]] const FormatTraits& traits_of(Format format);

/// A format and its encoder's settings.
struct FormatSettings {
    Format format = Format::m4b;
    int sample_rate = 24000; ///< Hz
    int bitrate = 64000;     ///< bit/s; 0 if lossless

    [[nodiscard]] const FormatTraits& traits() const { return traits_of(format); }

    /// The codec's frame; a take is a whole number of these.
    [[nodiscard]] std::size_t frame_samples() const;
};

/// Settings from what the person gave; 0 stands for the default. Throws a `usage` error that lists what is
/// possible.
[[nodiscard]] FormatSettings make_format_settings(std::string_view name, int sample_rate, int bitrate);

/// The same for several formats. What one of them leaves no choice of (the bit rate of a lossless format, the
/// rate of Opus) is meant for the others; where it is meant for none, it is a `usage` error. A format named
/// twice is made once.
[[nodiscard]] std::vector<FormatSettings> make_formats(std::span<const std::string> names, int sample_rate,
                                                       int bitrate);

/// How far below the delivered ceiling the limiter has to stay, in dB: decoded peaks come out a little higher
/// than they went in, the more the coarser the coding (measured, see tests/bench/codec_table.py).
[[nodiscard]] double decoder_overshoot(const FormatSettings& settings);

/// One line that tells this coding from all others: part of what names a take.
[[nodiscard]] std::string describe(const FormatSettings& settings);

} // namespace recital
