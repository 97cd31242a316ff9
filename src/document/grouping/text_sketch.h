// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <span>
#include <string>
#include <string_view>

namespace recital {

/// A short description of a text by which its edited versions are recognised: how many runs of three words
/// it has, a colon, and a digit group for each of 64 bins of their hashes (one permutation hashing: Li, Owen
/// and Zhang, NIPS 2012). Characters of scripts that do not separate words count as words. A function of the
/// words alone; empty without words.
[[nodiscard]] std::string sketch_text(std::span<const Section> sections);

/// Estimates how much of the shorter text is in the other, in runs of three words: 0 to 1, with a standard
/// error of at most 0.1. 0 if one of them is not a sketch.
[[nodiscard]] double estimate_overlap(std::string_view left, std::string_view right);

} // namespace recital
