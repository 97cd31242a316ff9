// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace recital {

/// Whether the code point is one of A to Z, in either case.
[[nodiscard]] bool is_ascii_letter(char32_t c);

/// How rarely a letter or sign that loses a byte to careless software is the one that was lost, in nats, by
/// rough estimate over the languages of Europe; what is not listed is no guess worth making.
[[nodiscard]] std::optional<double> guess_cost(char32_t value);

/// Vowels and consonants alternate: what speaks against a guess that makes three of a kind, in nats.
[[nodiscard]] double alternation_cost(char32_t before, char32_t value, char32_t after);

/// The ASCII letters that a text begins with.
[[nodiscard]] std::u32string_view leading_letters(std::u32string_view text);

/// Whether "à" and these letters are one of the Portuguese words that begin so.
[[nodiscard]] bool continues_portuguese(std::u32string_view letters);

/// Whether a French, Italian or Portuguese word ends with an "à" at `start` and `following` begins another
/// one.
[[nodiscard]] bool ends_word(std::u32string_view text, std::size_t start, std::u32string_view following);

} // namespace recital
