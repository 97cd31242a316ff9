// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <vector>

namespace recital {

/// Removes from the blocks of a text what refers to something else: marks of footnotes, citations and pages
/// ("[3]", "word.3", "[citation needed]", "[Pg 12]"), notes with a letter or sign whose marks are in the
/// text, pronunciations, and the form of a name in another script. The sequence of marks in all blocks
/// decides whether a number or letter is one. Brackets of editors inside a word or number are left out, and
/// their letters read ("19[52]", "[T]he"). Returns what was left out, in order of the blocks.
std::vector<Omission> drop_reference_marks(std::vector<Block>& blocks);

/// The text of a single paragraph without them.
[[nodiscard]] std::string without_reference_marks(std::string text);

} // namespace recital
