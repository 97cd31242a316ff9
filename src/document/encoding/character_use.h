// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recital {

/// What a character does to its neighbours.
enum class CharacterRole : std::uint8_t {
    boundary, ///< white space, the ends of the text
    lower,
    upper,
    caseless,    ///< a letter of a script without case
    digit,       //
    joiner,      ///< apostrophes, hyphens: inside words
    open,        ///< opens a quotation or a parenthesis
    close,       ///< closes one, or ends a clause
    dash,        //
    currency,    //
    stylised,    ///< a sign that stands for a letter in stylised names ("Ke¥ha")
    raised,      ///< ® ™ ° ²: after a word
    symbol,      ///< signs that stand alone
    drawing,     ///< boxes and lines, in rows
    picture,     ///< emoji, notes, arrows
    mark,        ///< combining marks
    replacement, ///< U+FFFD
    nothing,     ///< control characters and code points that are not characters
};
constexpr std::size_t character_roles = 18;

/// How a character behaves in text that people write.
struct CharacterUse {
    CharacterRole role = CharacterRole::nothing;
    std::int16_t script = 0; ///< a UScriptCode
    float rarity = 0.0F;     ///< how unlikely it is, in nats (negative natural logarithm of a probability, by
                             ///< rough estimate); 20 and more for what is not a character
};

/// Whether the set contains the code point.
[[nodiscard]] inline bool is_any_of(char32_t code_point, std::u32string_view set) {
    return set.find(code_point) != std::u32string_view::npos;
}

/// The use of a code point; one table look-up within the Basic Multilingual Plane.
[[nodiscard]] CharacterUse use_of(char32_t code_point);

} // namespace recital
