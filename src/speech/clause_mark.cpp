// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/clause_mark.h"

#include "base/unicode.h"

namespace recital {

char32_t clause_mark(std::string_view text, std::size_t end) {
    constexpr std::u32string_view marks = U",;:.?!–—()";
    char32_t last = 0;
    std::size_t position = 0;
    for (std::size_t character = 0; character < end && position < text.size(); ++character) {
        const char32_t code_point = next_code_point(text, position);
        last = is_space(code_point) ? last : code_point;
    }
    return marks.find(last) == std::u32string_view::npos ? 0 : last;
}

} // namespace recital
