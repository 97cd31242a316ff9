// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/language/structure_words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A sentence split into words, or a paragraph split into sentences; views into the text.
using Words = std::vector<std::string_view>;

/// The word without surrounding punctuation; a view into it.
[[nodiscard]] std::string_view bare(std::string_view word);

/// Whether `words` contains `word`, ignoring case and surrounding punctuation.
[[nodiscard]] bool has(const StructureWords::Set& words, std::string_view word);

/// Whether the first character is a capital letter.
[[nodiscard]] bool begins_upper(std::string_view word);
[[nodiscard]] bool begins_with_digit(std::string_view word);

/// Whether a sentence may end after the word: not after "J.", "St.", "5.".
[[nodiscard]] bool can_end_sentence(std::string_view word);

/// The sentences of a paragraph. Prefers to under-split.
[[nodiscard]] Words sentences_of(std::string_view paragraph);

/// The text after a parenthesis at its start and the blank that follows it; unchanged if it does not begin
/// with one.
[[nodiscard]] std::string_view after_bracket(std::string_view text);

/// The text after `phrase`, if it begins with it (ignoring case); `nullopt` otherwise.
[[nodiscard]] std::optional<std::string_view> after_phrase(std::string_view text, std::string_view phrase);

/// Whether the text consists of places and parts of dates, and `date_words` between them ("in", "on").
[[nodiscard]] bool is_path(std::string_view text, const StructureWords::Set& date_words);

/// A year, with "c. " before it if the text is not certain, and the text after it.
struct FoundYear {
    std::string year;
    std::string_view rest;
};

/// The first year in the text, if only places and parts of its date precede it.
[[nodiscard]] std::optional<FoundYear> find_leading_year(std::string_view text,
                                                         const StructureWords::Set& date_words);

} // namespace recital
