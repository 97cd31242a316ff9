// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/arrows.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

constexpr std::size_t max_shaft = 4; ///< signs

/// The length of an arrow of hyphens or equals signs: "->", "==>", "<-", "<=>"; 0 if there is none. "<=" and
/// ">=" compare.
std::size_t length_of_drawn(std::string_view text) {
    const std::size_t head = text.starts_with('<') ? 1 : 0;
    const char shaft = text.size() > head ? text[head] : '\0';
    if (shaft != '-' && shaft != '=') {
        return 0;
    }
    const std::size_t end = std::min(text.find_first_not_of(shaft, head), text.size());
    const bool points = text.substr(end, 1) == ">";
    const std::size_t signs = end - head;
    const bool points_back = head > 0 && (signs > 1 || shaft == '-');
    if (signs > max_shaft || (!points && !points_back)) {
        return 0;
    }
    return end + (points ? 1 : 0);
}

/// The length of the arrow at the start of the text; 0 if there is none.
std::size_t length_of_arrow(std::string_view text) {
    constexpr std::array<std::string_view, 12> arrows = {"\u2192", "\u21D2", "\u27F6", "\u27F9",
                                                         "\u2794", "\u279C", "\u279D", "\u279E",
                                                         "\u27A1", "\u2190", "\u21D0", "\u2194"};
    const auto* const found = std::find_if(
        arrows.begin(), arrows.end(), [text](std::string_view arrow) { return text.starts_with(arrow); });
    return found != arrows.end() ? found->size() : length_of_drawn(text);
}

/// Extends an arrow to the blanks and arrows around it.
TextRange with_surroundings(std::string_view text, TextRange range) {
    while (range.begin > 0 && text[range.begin - 1] == ' ') {
        --range.begin;
    }
    while (range.end < text.size()) {
        const std::size_t more = text[range.end] == ' ' ? 1 : length_of_arrow(text.substr(range.end));
        if (more == 0) {
            break;
        }
        range.end += more;
    }
    return range;
}

std::string replacement(std::string_view text, const TextRange& range) {
    const std::string_view after = text.substr(range.end);
    if (range.begin == 0 || after.empty() || std::string_view(".,;:!?)]").find(after.front()) != npos) {
        return {};
    }
    return std::string_view(".,;:!?([").find(text[range.begin - 1]) != npos ? " " : ", ";
}

/// Whether there may be an arrow in the text: most texts are passed over quickly.
bool may_have_arrow(std::string_view text) {
    static constexpr ByteSet parts("<>\xE2");
    if (!parts.is_in(text)) {
        return false;
    }
    return text.find("->") != npos || text.find("=>") != npos || text.find("<-") != npos ||
           text.find("<=") != npos || text.find("\xE2\x86") != npos || text.find("\xE2\x87") != npos ||
           text.find("\xE2\x9E") != npos || text.find("\xE2\x9F") != npos;
}

} // namespace

std::vector<Edit> arrow_edits(std::string_view text) {
    std::vector<Edit> edits;
    if (!may_have_arrow(text)) {
        return edits;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_of_arrow(text.substr(at));
        if (length == 0) {
            static_cast<void>(next_code_point(text, at));
            continue;
        }
        const TextRange range = with_surroundings(text, {at, at + length});
        edits.push_back({range, replacement(text, range)});
        at = range.end;
    }
    return edits;
}

std::string with_pauses_for_arrows(std::string text) {
    std::vector<TextRange> none;
    apply_edits(text, arrow_edits(text), none);
    return text;
}

} // namespace recital
