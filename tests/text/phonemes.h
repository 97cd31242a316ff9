// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/lexicon/phoneme_table.h"

#include <filesystem>

namespace recital::testing_support {

inline std::filesystem::path phonemes_folder() {
    return std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "phonemes";
}

/// The phonemes of English, loaded once.
inline const PhonemeTable& english_phonemes() {
    static const PhonemeTable table(phonemes_folder(), "en-US");
    return table;
}

/// The message of what `work` throws; empty where it throws nothing.
template <typename Work>
std::string error_of(Work work) {
    try {
        work();
    } catch (const Error& error) {
        return error.to_string();
    }
    return {};
}

} // namespace recital::testing_support
