// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace recital {

/// Whether the code point is one of A to Z, in either case.
[[nodiscard]] bool is_ascii_letter(char32_t c);

/// The cost, in nats, of guessing that this letter or sign is the one whose byte careless software lost: its
/// rarity, roughly estimated over the languages of Europe. `nullopt` if it is too rare to be guessed.
[[nodiscard]] std::optional<double> guess_cost(char32_t value);

/// The cost, in nats, of a guess that makes three vowels or three consonants in a row.
[[nodiscard]] double alternation_cost(char32_t before, char32_t value, char32_t after);

/// The ASCII letters that a text begins with.
[[nodiscard]] std::u32string_view leading_letters(std::u32string_view text);

/// Whether "à" followed by these letters is a Portuguese word.
[[nodiscard]] bool continues_portuguese(std::u32string_view letters);

/// Whether a French, Italian or Portuguese word ends with an "à" at `start` and `following` begins another
/// one.
[[nodiscard]] bool ends_word(std::u32string_view text, std::size_t start, std::u32string_view following);

} // namespace recital
