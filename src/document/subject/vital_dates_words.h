// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/language/structure_words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What is read word by word of the sentences that tell of a life.
using Words = std::vector<std::string_view>;

/// The word without the marks around it.
[[nodiscard]] std::string_view bare(std::string_view word);

/// Whether the word, without marks and ignoring case, is among those.
[[nodiscard]] bool has(const StructureWords::Set& words, std::string_view word);

[[nodiscard]] bool begins_upper(std::string_view word);
[[nodiscard]] bool begins_with_digit(std::string_view word);

/// The sentences of a paragraph, rather one too few than one too many.
[[nodiscard]] Words sentences_of(std::string_view paragraph);

/// The text after a bracket at its front, and the blank after that; all of it where there is no bracket.
[[nodiscard]] std::string_view after_bracket(std::string_view text);

/// The text after a phrase at its front, ignoring case; nothing if it does not begin so.
[[nodiscard]] std::optional<std::string_view> after_phrase(std::string_view text, std::string_view phrase);

/// Whether the words are places and parts of dates. `date_words` are those that may be between them: "in",
/// "on".
[[nodiscard]] bool is_path(std::string_view text, const StructureWords::Set& date_words);

/// A year, "c. " before where the text is not sure of it, and what follows it.
struct FoundYear {
    std::string year;
    std::string_view rest;
};

/// The first year, where nothing but places and parts of its date is before it.
[[nodiscard]] std::optional<FoundYear> find_leading_year(std::string_view text,
                                                         const StructureWords::Set& date_words);

} // namespace recital
