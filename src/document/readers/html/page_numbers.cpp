// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/page_numbers.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <array>

namespace recital {

namespace {

/// The number in an identifier such as "page_015" or "pg15"; empty if it names no page.
std::string number_in(std::string_view id) {
    constexpr std::array<std::string_view, 7> words = {"page", "pagina", "seite", "pag", "pg", "pn", "p"};
    const std::string folded = fold_case(id);
    for (const std::string_view word : words) {
        if (!std::string_view(folded).starts_with(word)) {
            continue;
        }
        const auto first = folded.find_first_not_of("-_. 0", word.size());
        if (first == std::string::npos) {
            return {};
        }
        const std::string number = folded.substr(first);
        const bool digits = number.find_first_not_of("0123456789") == std::string::npos;
        const bool roman = word.size() > 2 && number.find_first_not_of("ivxlc") == std::string::npos;
        return digits || roman ? number : std::string();
    }
    return {};
}

} // namespace

void PageNumbers::open(std::string_view id) {
    constexpr std::size_t max_length = 20;
    if (!id.empty() && id.size() <= max_length) {
        if (std::string number = number_in(id); !number.empty()) {
            expected_ = std::move(number);
        }
    }
}

void PageNumbers::open_block(std::string_view id, std::string_view classes) {
    constexpr std::size_t max_length = 20;
    block_ = id.size() <= max_length ? number_in(id) : std::string();
    is_page_ = classes == "page" || classes == "pg" || classes == "folio";
}

bool PageNumbers::is_number(std::string_view text) const {
    constexpr std::size_t max_digits = 3;
    return (!block_.empty() && text == block_) || (is_page_ && is_digits(text) && text.size() <= max_digits);
}

std::string_view PageNumbers::without_number(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (expected_.empty() || first == std::string_view::npos) {
        return text;
    }
    std::string_view rest = text.substr(first);
    const std::string folded = fold_case(rest.substr(0, 12));
    std::size_t begin = 0;
    for (const std::string_view opening : {"[pg. ", "[pg ", "[p. ", "[page ", "[", "{"}) {
        if (std::string_view(folded).starts_with(opening)) {
            begin = opening.size();
            break;
        }
    }
    const bool number = std::string_view(folded).substr(begin).starts_with(expected_);
    std::size_t end = begin + expected_.size();
    std::size_t after = end;
    const char32_t next = end < rest.size() ? next_code_point(rest, after) : U' ';
    expected_.clear();
    if (!number || is_digit(next)) {
        return text;
    }
    end += begin > 0 && (next == ']' || next == '}') ? 1 : 0;
    return rest.substr(end);
}

} // namespace recital
