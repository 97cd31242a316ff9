// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/page_line.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/heading_text.h"

#include <cstdlib>

namespace recital {

namespace {

constexpr std::string_view digits = "0123456789";

/// "3 of 9" or "3/9" after "Page".
bool is_page_of_pages(std::string_view folded) {
    for (const std::string_view word : {"page ", "seite ", "página ", "pagina ", "p. "}) {
        if (!folded.starts_with(word)) {
            continue;
        }
        const std::string_view rest = folded.substr(word.size());
        const auto end = rest.find_first_not_of(digits);
        const auto next = end == npos ? npos : rest.find_first_of(digits, end);
        const std::string_view between = end == npos ? std::string_view() : rest.substr(end, next - end);
        return end != 0 && next != npos && is_digits(rest.substr(next)) &&
               (between == " of " || between == "/" || between == " / " || between == " von " ||
                between == " de " || between == " di ");
    }
    return false;
}

/// The page number that a line consists of: "12", "- 12 -", "Page 12"; 0 if it is something else.
int page_number(std::string_view folded) {
    const std::string_view whole = folded;
    for (const std::string_view word : {"page ", "p. ", "seite "}) {
        folded.remove_prefix(folded.starts_with(word) ? word.size() : 0);
    }
    const std::string_view number = trimmed(folded, " -[]{}|~\u2013\u2014");
    const std::size_t max_digits = number.size() == whole.size() ? 3 : 4; // a bare one of four is a year
    return is_digits(number) && number.size() <= max_digits ? std::atoi(std::string(number).c_str()) : 0;
}

/// Splits "12  MARA BELL" and "MARA BELL | 12" into the number and the rest.
std::optional<PageLine> head_with_number(std::string_view text) {
    constexpr std::size_t max_digits = 4;
    const auto first = text.find_first_not_of(digits);
    const auto last = text.find_last_not_of(digits);
    PageLine head;
    std::string_view rest;
    if (first != npos && first > 0 && first <= max_digits) {
        head.number = std::atoi(std::string(text.substr(0, first)).c_str());
        rest = text.substr(first);
    } else if (last != npos && last + 1 < text.size() && text.size() - last - 1 <= max_digits) {
        head.number = std::atoi(std::string(text.substr(last + 1)).c_str());
        rest = text.substr(0, last + 1);
    } else {
        return std::nullopt;
    }
    constexpr std::string_view around = " \t|-\u2013\u2014\u2022\u00B7";
    const std::string_view name = trimmed(rest, around);
    if (name.empty()) {
        return std::nullopt;
    }
    const std::string_view gap =
        rest.front() == name.front()
            ? rest.substr(static_cast<std::size_t>(name.data() - rest.data()) + name.size())
            : rest.substr(0, static_cast<std::size_t>(name.data() - rest.data()));
    const bool blank = gap.find_first_of(" \t") != npos;
    if (!blank || std::string_view(".,;:?").find(name.back()) != npos) {
        return std::nullopt;
    }
    head.key = fold_case(name);
    head.set_apart = gap.size() > 1;
    return head;
}

} // namespace

std::optional<PageLine> page_line(std::string_view text) {
    constexpr std::size_t max_length = 80;
    if (text.empty() || text.size() > max_length) {
        return std::nullopt;
    }
    static constexpr ByteSet digit(digits);
    if (!digit.is_in(text)) {
        return is_all_capitals(text) ? std::optional(PageLine{0, 0, fold_case(text)}) : std::nullopt;
    }
    const std::string folded = fold_case(text);
    if (is_page_of_pages(folded)) {
        return PageLine{0, 1, {}, true, true};
    }
    if (const int number = page_number(folded); number > 0) {
        return PageLine{0, number, {}, true};
    }
    std::optional<PageLine> head = head_with_number(text);
    if (!head && is_all_capitals(text)) {
        head = PageLine{0, 0, folded};
    }
    return head;
}

} // namespace recital
