// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script/script.h"

#include <cstddef>
#include <string>

namespace recital {

/// A part of a book, to be heard alone.
struct Excerpt {
    std::size_t chapter = 0; ///< its number from 1; 0: begin with the first
    std::string words;       ///< begin with the sentence that has them, whatever their case; may be empty
    double seconds = 60;     ///< stop after the sentence during which this time is over
};

/// The part of a script. `words_per_minute` is the rate of the voice, from which times are estimated; the
/// sentence and the title at which the excerpt begins are whole. Throws an `input` error if there is no such
/// chapter or no such words.
[[nodiscard]] Script take_excerpt(Script script, const Excerpt& excerpt, double words_per_minute);

} // namespace recital
