// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/edits.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace recital {

/// Whether the text has letters of the International Phonetic Alphabet, or its marks, which no running text
/// has.
[[nodiscard]] bool has_phonetics(std::string_view text);

/// The position after IPA in square brackets or between slashes, which begins at byte `open` with one of
/// these: "[ˈbeɪ]", "/ˈbeɪ/". `open` if there is none.
[[nodiscard]] std::size_t after_phonetics(std::string_view text, std::size_t open);

/// Whether two capitals follow each other: "OH-də".
[[nodiscard]] bool has_capitals(std::string_view word);

/// "OH-də", "BAY-toh-vən": a pronunciation in English syllables, one of them with a schwa.
[[nodiscard]] bool is_respelling(std::string_view part);

/// "OH-dee", "BAY-toh-ven": syllables of which one, the stressed one, is in capitals, and the others are not
/// all words as in "BBC-led"; nothing but such words.
[[nodiscard]] bool is_stressed_syllables(std::string_view part);

/// The position after the bracket `right` that closes the bracket `left` at `open`; npos if there is none
/// within the usual length of a parenthesis, so that unclosed brackets do not cause searches to the end of
/// the text.
[[nodiscard]] std::size_t after_closing(std::string_view text, std::size_t open, char left, char right);

/// The edits that remove pronunciations in square brackets or between slashes ("[ˈbeɪ]"). In order, without
/// overlaps, like those below.
[[nodiscard]] std::vector<Edit> phonetic_edits(std::string_view text);

/// The edits that remove, in parentheses, the form of a name in another script or language ("(Russian: Пётр;
/// listen)"), and what phonetic_edits left empty.
[[nodiscard]] std::vector<Edit> gloss_edits(std::string_view text);

} // namespace recital
