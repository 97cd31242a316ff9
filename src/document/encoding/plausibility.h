// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// How unlikely a span of text is as text written by a person, in nats (negative natural logarithm of a
/// probability, by rough estimate): the rarity of each character and the oddity of each pair of neighbours,
/// such as a capital inside a word or a fraction after a letter. `from` and `to` bound the span; the
/// characters around it count as neighbours only.
[[nodiscard]] double implausibility(std::u32string_view text, std::size_t from, std::size_t to);

/// The oddity of one pair of neighbours alone, in nats.
[[nodiscard]] double pair_oddity(char32_t first, char32_t second);

/// The rarity of one character alone, in nats; 20 and more for what is not a character.
[[nodiscard]] double rarity(char32_t code_point);

} // namespace recital
