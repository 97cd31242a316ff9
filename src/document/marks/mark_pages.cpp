// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/mark_pages.h"

#include "base/strings.h"
#include "base/text_range.h"
#include "base/unicode.h"
#include "document/marks/number_words.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// Where page numbers end that begin at `begin`: "12", "xii\u2013xv", "14f."; `begin` if there are none.
std::size_t end_of_pages(std::string_view text, std::size_t begin) {
    const auto number_at = [text](std::size_t at) {
        return std::max(digits_at(text, at), std::min(text.find_first_not_of("ivxlc", at), text.size()) - at);
    };
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size() && number_at(at) > 0;) {
        end = at + number_at(at);
        const auto next = text.find_first_not_of(" ,-\u2013", end);
        if (next == npos || next == end || text[end] == ' ') {
            break;
        }
        at = next;
    }
    for (const std::string_view more : {"ff.", "ff", "f.", "f"}) {
        if (end > begin && is_digit(static_cast<unsigned char>(text[end - 1])) &&
            text.substr(end).starts_with(more)) {
            return end + (more.ends_with('.') && text.substr(end + more.size()).empty() ? more.size() - 1
                                                                                        : more.size());
        }
    }
    return end;
}

/// The position after "p. ", "ch. " or "§", which may precede page numbers; `begin` if there is none.
std::size_t after_page_sign(std::string_view text, std::size_t begin) {
    constexpr std::string_view section = "\u00A7";
    const auto after_blank = [text](std::size_t end) {
        return text.substr(end).starts_with(' ') ? end + 1 : end;
    };
    if (text.substr(begin).starts_with(section)) {
        return after_blank(begin + section.size());
    }
    const auto stop = std::min(text.find('.', begin), text.size());
    const bool known = NumberWords::known().pages.contains_folded(text.substr(begin, stop - begin));
    return known && stop < text.size() ? after_blank(stop + 1) : begin;
}

/// Whether a number after ": " cannot be part of the sentence: it is no amount or year, and the words go on
/// after it as they would without it. `open` is where the mark begins.
bool is_page_after_blank(std::string_view text, std::size_t open, const TextRange& pages) {
    const std::string_view number = text.substr(pages.begin, pages.end - pages.begin);
    const auto comma = number.find(',');
    const bool grouped = comma != npos && digits_at(number, comma + 1) == 3;
    const std::string_view rest = trimmed(text.substr(pages.end));
    if (grouped || (digits_at(number, 0) == 4 && rest.starts_with("was"))) {
        return false;
    }
    std::size_t position = 0;
    const char32_t first = rest.empty() ? U'.' : next_code_point(rest, position);
    if (!is_letter(first)) {
        return true;
    }
    constexpr std::array<std::string_view, 8> links = {"and ",   "but ",   "or ",   "who ",
                                                       "which ", "while ", "when ", "where "};
    const bool goes_on = std::any_of(links.begin(), links.end(),
                                     [rest](std::string_view word) { return rest.starts_with(word); });
    const char32_t before = open == 0 ? U' ' : static_cast<unsigned char>(text[open - 1]);
    return goes_on || (is_upper(first) && (is_closing(before) || before == U']'));
}

} // namespace

std::size_t after_pages(std::string_view text, std::size_t position) {
    constexpr std::size_t max_length = 24;
    const std::string_view reach = text.substr(0, position + max_length);
    if (reach.substr(position).starts_with("(p")) {
        const auto close = reach.find(')', position);
        const auto first = reach.find_first_not_of("p. ", position + 1);
        const bool pages = close != npos && first < close &&
                           consists_of(reach.substr(first, close - first), "0123456789 ,-\u2013ivxlc");
        return pages ? close + 1 : position;
    }
    if (!reach.substr(position).starts_with(':')) {
        return position;
    }
    const bool blank = reach.substr(position + 1).starts_with(' ');
    const std::size_t sign = position + 1 + (blank ? 1 : 0);
    const std::size_t begin = after_page_sign(reach, sign);
    const std::size_t end = end_of_pages(reach, begin);
    if (end == begin || !ends_word(text, end)) {
        return position;
    }
    const bool is_page =
        !blank || begin > sign || is_page_after_blank(text, text.rfind('[', position), {begin, end});
    return is_page ? end : position;
}

} // namespace recital
