// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace recital {

/// Subtitles of recital's that stand beside files about to be replaced and are not written anew: where the
/// sound becomes another, their times are wrong. To be made before the files are written.
class OutdatedSubtitles {
public:
    /// Looks for them beside all files that `report` names.
    explicit OutdatedSubtitles(const BookReport& report);

    /// Removes those whose file sounds otherwise now. Throws an `output` error.
    void remove() const;

private:
    using Sound = std::pair<std::uint64_t, std::uint32_t>; ///< samples and checksum

    struct Candidate {
        std::filesystem::path subtitles;
        std::filesystem::path book;
        std::optional<Sound> sound; ///< that the book had; nothing where it does not say
    };

    [[nodiscard]] static std::optional<Sound> sound_of(const std::filesystem::path& book);
    void look_beside(const std::filesystem::path& book, const BookReport& report);

    std::vector<Candidate> candidates_;
};

} // namespace recital
