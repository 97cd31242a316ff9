// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// The sentences with which a voice's loudness is calibrated.
class CalibrationText {
public:
    /// Reads the language's file in `folder`/calibration, one sentence per line; a language without one uses
    /// long numbers in words.
    CalibrationText(const std::filesystem::path& folder, const Language& language);

    [[nodiscard]] const std::vector<std::string>& sentences() const { return sentences_; }
    /// Identifies the text: a hash of its sentences.
    [[nodiscard]] std::string digest() const;

private:
    std::vector<std::string> sentences_;
};

} // namespace recital
