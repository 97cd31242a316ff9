// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/record.h"
#include "container/reader/book_reader.h"
#include "dsp/level/envelope.h"
#include "dsp/level/sound_meter.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// One chapter of a finished file, or all of it, measured.
struct ChapterInspection {
    std::string title;
    std::uint64_t first_sample = 0;
    SoundMeasures sound;
    std::optional<std::uint64_t> words;        ///< number of spoken words, if the file states it
    std::optional<GainReductionStats> limiter; ///< what the limiter did, if the file states it

    /// Spoken words a minute, pauses included. `rate` in Hz.
    [[nodiscard]] std::optional<double> words_per_minute(int rate) const;
    /// Share of the time with a gain reduction of more than 3 dB, 0 to 1.
    [[nodiscard]] std::optional<double> limited_share() const;
};

/// A finished file, decoded to its end and measured.
struct Inspection {
    std::filesystem::path file;
    BookInfo info;
    ChapterInspection whole;
    std::vector<ChapterInspection> chapters; ///< the chapters that players show, ordered by time
    std::optional<BookRecord> record;        ///< the book record; of files written by recital only
    std::string record_fault;                ///< why the record cannot be read, empty if it can
    SoundDamage damage;
    std::optional<std::uint32_t> checksum; ///< of the audio data; comparable with that in the record

    /// Outline of the samples, and of the short-term loudness in LUFS every 100 ms.
    Envelope wave{outline_bins};
    Envelope loudness{outline_bins};

    [[nodiscard]] double seconds() const { return static_cast<double>(whole.sound.samples) / info.rate; }

    /// More than the width of a plot in points.
    static constexpr std::size_t outline_bins = 4096;
};

/// Pauses of at least this length, in seconds, separate sentences: in all profiles pauses between sentences
/// are longer and pauses inside sentences shorter.
inline constexpr double sentence_pause = 0.5;

/// Decodes and measures the file. Throws an `input` error if it cannot be opened; damage after its head is
/// reported in the result. `before_block` is called before each block is read; an exception from it ends the
/// inspection.
[[nodiscard]] Inspection inspect_file(const std::filesystem::path& file,
                                      const std::function<void()>& before_block);

} // namespace recital
