// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// A chapter as a finished file states it.
struct ChapterMark {
    std::string title;
    double start = 0; ///< seconds from the start of the sound
};

} // namespace recital
