// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The sentences on which a voice's loudness is set: `calibration.txt` of a language's folder, one a line.
class CalibrationText {
public:
    /// The text of the primary subtag of `language` below `folder`, else the English one.
    CalibrationText(const std::filesystem::path& folder, std::string_view language);

    [[nodiscard]] const std::vector<std::string>& sentences() const { return sentences_; }
    /// Tells one text from another.
    [[nodiscard]] std::string digest() const;

private:
    std::vector<std::string> sentences_;
};

} // namespace recital
