// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Removes from the blocks of a text what refers to something else: marks of footnotes, citations and pages
/// ("[3]", "word.3", "[citation needed]", "[Pg 12]"), notes with a letter or sign whose marks are in the
/// text, pronunciations, and the form of a name in another script. The sequence of marks in all blocks
/// decides whether a number or letter is one. Brackets of editors inside a word or number are left out, and
/// their letters read ("19[52]", "[T]he"); a doubted digit of a year makes it inexact ("190[?]" gives "ca.
/// 1900"). Returns what was left out, in order of the blocks.
std::vector<Omission> drop_reference_marks(std::vector<Block>& blocks);

/// A mark that was removed from a paragraph.
struct RemovedMark {
    std::size_t position = 0; ///< byte of the text without marks at which it was
    std::string text;         ///< with the blank before it
};

/// The text of a single paragraph without them; adds the marks to `removed`, if it is given, in order.
[[nodiscard]] std::string without_reference_marks(std::string text,
                                                  std::vector<RemovedMark>* removed = nullptr);

/// A part of the text without marks, which begins at byte `begin` of it, as it was written: with the marks
/// inside and at its end.
[[nodiscard]] std::string with_removed_marks(std::string_view part, std::size_t begin,
                                             const std::vector<RemovedMark>& removed);

} // namespace recital
