// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// The sentences on which a voice's loudness is set.
class CalibrationText {
public:
    /// The language's file in the folder `calibration` below `folder`, one sentence a line; where a language
    /// has none, long numbers in its words.
    CalibrationText(const std::filesystem::path& folder, const Language& language);

    [[nodiscard]] const std::vector<std::string>& sentences() const { return sentences_; }
    /// Tells one text from another.
    [[nodiscard]] std::string digest() const;

private:
    std::vector<std::string> sentences_;
};

} // namespace recital
