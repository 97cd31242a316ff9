// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/unicode.h"

#include <string_view>

namespace recital::testing_support {

/// What may reach the voice of a language with a folder: letters that it knows, one space between words, and
/// the marks that steer it. No digits, no symbols.
inline bool is_voice_text(std::string_view spoken) {
    constexpr char32_t last_letter = 0x17F;
    bool after_space = true;
    for (std::size_t position = 0; position < spoken.size();) {
        const char32_t code_point = next_code_point(spoken, position);
        const bool letter = is_letter(code_point) && code_point <= last_letter && code_point != U'ª' &&
                            code_point != U'º' && code_point != U'µ';
        const bool mark = std::u32string_view(U"'-,;:.?!").find(code_point) != std::u32string_view::npos;
        const bool space = code_point == U' ' && !after_space;
        if (!letter && !mark && !space) {
            return false;
        }
        after_space = code_point == U' ';
    }
    return spoken.empty() || !after_space;
}

} // namespace recital::testing_support
