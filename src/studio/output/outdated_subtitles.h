// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace recital {

/// Subtitles by recital next to files that are about to be replaced, if they are not rewritten themselves: if
/// the audio changes, their times are wrong. Create this object before the files are written.
class OutdatedSubtitles {
public:
    /// Looks for them next to all files of `report`.
    explicit OutdatedSubtitles(const BookReport& report);

    /// Removes those whose file has different audio now. Throws an `output` error.
    void remove() const;

private:
    using Sound = std::pair<std::uint64_t, std::uint32_t>; ///< samples and checksum

    struct Candidate {
        std::filesystem::path subtitles;
        std::filesystem::path book;
        std::optional<Sound> sound; ///< that the book had; empty if its record does not state it
    };

    [[nodiscard]] static std::optional<Sound> sound_of(const std::filesystem::path& book);
    void look_beside(const std::filesystem::path& book, const BookReport& report);

    std::vector<Candidate> candidates_;
};

} // namespace recital
