// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/narration/calibration_text.h"

#include "base/data_table.h"
#include "base/hash.h"
#include "base/language_tag.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace recital {

CalibrationText::CalibrationText(const std::filesystem::path& folder, const Language& language) {
    const auto path = folder / "calibration" / fmt::format("{}.txt", primary_subtag(language.tag()));
    if (!std::filesystem::exists(path)) {
        // Together these have every number word of most languages.
        constexpr std::array<std::uint64_t, 6> numbers{1'234'567,   8'901'112,   131'415'161,
                                                       718'192'031, 405'060'708, 9'021'314};
        for (const std::uint64_t number : numbers) {
            sentences_.push_back(language.numbers().in_words(number) + ".");
        }
        return;
    }
    for (DataRow& row : read_data_table(path, 1, 1)) {
        sentences_.push_back(std::move(row.cells.front()));
    }
}

std::string CalibrationText::digest() const {
    Hasher hasher;
    for (const std::string& sentence : sentences_) {
        hasher.update(sentence);
        hasher.update("\n");
    }
    return hasher.hex();
}

} // namespace recital
