// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// How much there is to say, in characters of English text that take as long: a Chinese character is a
/// syllable and counts as several, as `data/languages/speech_lengths.tsv` has it. Of a text in Latin letters
/// the number of its code points.
[[nodiscard]] std::size_t speech_length(std::string_view spoken);

/// How long the engine takes to speak a text of that `speech_length` at its rate, in seconds, estimated;
/// without the pauses that are added between sentences.
[[nodiscard]] double speaking_seconds(std::size_t length, double words_per_minute);

/// The length of the longest stretch of a spoken form without a mark that the voice would pause at.
[[nodiscard]] std::size_t longest_clause(std::string_view spoken);

} // namespace recital
