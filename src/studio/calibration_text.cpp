// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/calibration_text.h"

#include "base/data_table.h"
#include "base/hash.h"
#include "base/language_tag.h"

namespace recital {

CalibrationText::CalibrationText(const std::filesystem::path& folder, std::string_view language) {
    constexpr const char* file_name = "calibration.txt";
    auto path = folder / primary_subtag(language) / file_name;
    if (!std::filesystem::exists(path)) {
        path = folder / "en" / file_name;
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
