// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/clause_mark.h"

#include "base/unicode.h"

namespace recital {

ClauseMark clause_mark(std::string_view text, std::size_t end) {
    constexpr std::u32string_view marks = U",;:.?!–—()";
    ClauseMark last;
    std::size_t position = 0;
    for (std::size_t character = 0; character < end && position < text.size(); ++character) {
        const char32_t code_point = next_code_point(text, position);
        if (!is_space(code_point)) {
            last = {code_point, character};
        }
    }
    return marks.find(last.mark) == std::u32string_view::npos ? ClauseMark{} : last;
}

} // namespace recital
