// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <filesystem>

namespace recital::testing_support {

inline std::filesystem::path languages_folder() {
    return std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "languages";
}

/// English, loaded once.
inline const Language& english() {
    static const Language language(languages_folder(), "en");
    return language;
}

} // namespace recital::testing_support
