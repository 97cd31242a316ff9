// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"

#include <unicode/uchar.h>

namespace recital {

Character character_at(std::string_view text, std::size_t position) {
    const char byte = text[position];
    if (is_ascii(byte)) {
        return {static_cast<char32_t>(byte), position + 1,
                detail::ascii_kinds[static_cast<unsigned char>(byte)]};
    }
    Character character;
    character.end = position;
    character.code_point = next_code_point(text, character.end);
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(character.code_point));
    if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) {
        character.kind = CharacterKind::letter;
    } else if ((mask & U_GC_ND_MASK) != 0) {
        character.kind = CharacterKind::digit;
    } else if ((mask & U_GC_Z_MASK) != 0) {
        character.kind = CharacterKind::space;
    }
    return character;
}

std::size_t previous_start(std::string_view text, std::size_t end) {
    std::size_t start = end - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        --start;
    }
    return start;
}

} // namespace recital
