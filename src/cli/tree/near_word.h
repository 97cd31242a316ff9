// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace recital {

/// How many bytes have to be added, removed, replaced or exchanged with their neighbour to make one text of
/// the other: the optimal string alignment distance (Damerau 1964).
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other);

/// The candidate that `word` was probably meant to be, ignoring case; empty if none is near. Near are: at
/// most one edit of three or four letters, two of up to eight, three of more; and words of which one begins
/// with the other, if that has at least three letters. Of several the one with the fewest edits, and of these
/// the first.
[[nodiscard]] std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

} // namespace recital
