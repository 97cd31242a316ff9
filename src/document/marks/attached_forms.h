// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/marks/candidate.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace recital {

/// The numbers of a mark: "7", "3,4", "5\u20137".
struct Numbers {
    std::size_t end = 0; ///< byte after them
    int first = 0;
    int last = 0;
};

/// The increasing numbers at a place, of up to three digits; nothing if there are none.
[[nodiscard]] std::optional<Numbers> numbers_at(std::string_view text, std::size_t position);

/// The value of a raised digit ("\u00B2"); -1 for anything else.
[[nodiscard]] int superscript_digit(char32_t c);

/// "Graz.7", "1951.3": digits at `begin` that may be a mark of what they touch.
[[nodiscard]] std::optional<MarkCandidate> number_mark(std::string_view text, std::size_t begin);

/// "Graz.(7)": a number in round brackets, attached to a word or sentence.
[[nodiscard]] std::optional<MarkCandidate> round_bracket_mark(std::string_view text, std::size_t open);

/// "Kiel.\u2077", "sister\u00B3", "sang.\u207D\u00B9\u207E"; after a unit, a quantity or a number it is a
/// power.
[[nodiscard]] std::optional<MarkCandidate> superscript_mark(std::string_view text, std::size_t begin);

/// "sang.^1", "sang.^[1]".
[[nodiscard]] std::optional<MarkCandidate> caret_mark(std::string_view text, std::size_t begin);

/// "word*", "word.\u2020": signs at the end of a word; not the rest of "f***", nor a star that closes
/// "*word*", which is `opened` before it.
[[nodiscard]] std::optional<MarkCandidate> sign_mark(std::string_view text, std::size_t begin, bool opened);

} // namespace recital
