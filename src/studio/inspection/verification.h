// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// What an audio file holds, in a few figures.
struct AudioSummary {
    std::string format;
    std::size_t chapters = 0;
    double seconds = 0;
    double loudness = 0;  ///< LUFS
    double true_peak = 0; ///< dBTP
};

/// Whether a finished file is intact.
struct Verification {
    std::filesystem::path file;
    std::vector<std::string> faults;     ///< empty where it is whole
    std::vector<std::string> remarks;    ///< what is no fault but worth knowing
    std::vector<std::string> subtitles;  ///< the files beside it that were checked, too
    std::optional<AudioSummary> summary; ///< nothing if it cannot be opened

    [[nodiscard]] bool is_intact() const { return faults.empty(); }
};

/// How far the loudness of a book of that length may be from what it was mastered to, in LU. The loudness of
/// a short book is the mean of a few gating blocks (ITU-R BS.1770, 0.4 s each), and a short sentence is
/// louder or softer than others: of 650 books in four voices and twenty languages those of 4 to 8 s were up
/// to 1.9 LU off, of 8 to 20 s 0.8, above 20 s 0.3, and books of little but short titles 0.5. A book without
/// its gain is 6 LU too quiet.
[[nodiscard]] double loudness_tolerance(double seconds) noexcept;
/// How far meters of true peaks differ, dB.
inline constexpr double peak_tolerance = 0.1;

/// Decodes the file to its end and compares what it holds with what it says of itself: the sound against its
/// checksum, its length, loudness and true peak; chapters and their several lists; tags; subtitles beside it.
/// What a file does not say it is not blamed for: of one that recital did not make, sound and chapters alone.
/// Never throws because of the file.
/// `before_block` is called before each block of audio that is decoded.
[[nodiscard]] Verification
verify_file(const std::filesystem::path& file, const std::function<void()>& before_block = [] {});

} // namespace recital
