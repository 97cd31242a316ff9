// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/dialects.h"

#include "base/unicode.h"
#include "document/structure/heading.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::string_view blanks = " \t\r";

bool is_blank_at(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\n' || blanks.find(text[at]) != std::string_view::npos;
}

/// Puts blanks in place of everything but the ends of lines.
void blank(std::string& text, std::size_t from, std::size_t to) {
    const auto begin = text.begin();
    std::replace_if(
        begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to),
        [](char byte) { return byte != '\n'; }, ' ');
}

/// "%% not for readers %%"
void blank_comments(std::string& text) {
    constexpr std::string_view sign = "%%";
    constexpr std::size_t max_length = 5000;
    for (auto open = text.find(sign); open != std::string::npos;) {
        const std::string_view reach = std::string_view(text).substr(0, open + max_length);
        const auto close = reach.find(sign, open + sign.size());
        const bool apart = open == 0 || is_blank_at(text, open - 1);
        if (apart && close != std::string_view::npos && is_blank_at(text, close + sign.size())) {
            blank(text, open, close + sign.size());
        }
        open = text.find(sign, open + sign.size());
    }
}

/// Lines that are not part of the text.
bool is_instruction(std::string_view line) {
    const bool abbreviation = line.starts_with("*[") && line.find("]: ") != std::string_view::npos;
    const std::string folded = fold_case(line.substr(0, 12));
    return line.starts_with(":::") || abbreviation || folded == "[toc]" || folded == "[[toc]]" ||
           folded == "[[_toc_]]" || folded == "{:toc}";
}

/// The length of the attributes that end a heading: "{#early .wide}"; 0 for none.
std::size_t attributes_length(std::string_view line) {
    const auto open = line.rfind('{');
    const bool heading = line.starts_with('#') && line.ends_with('}') && open != std::string_view::npos;
    return heading && std::string_view("#.:").find(line[open + 1]) != std::string_view::npos
               ? line.size() - open
               : 0;
}

/// The length of the number of an item at the start of the line, without its mark: 1 of "1. The Sea"; 0 if
/// there is none.
std::size_t item_number_length(std::string_view line) {
    constexpr std::size_t max_digits = 9; // CommonMark 0.31, 5.2
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool item = digits > 0 && digits <= max_digits && digits + 1 < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return item ? digits : 0;
}

/// "===" or "---", which makes a heading of the line above it.
bool is_underline(std::string_view line) {
    constexpr std::size_t min_length = 3;
    return line.size() >= min_length && (line.front() == '=' || line.front() == '-') &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
}

/// The line that begins at `begin`, without blanks at its end.
std::string_view line_at(std::string_view text, std::size_t begin) {
    const std::string_view line = text.substr(std::min(begin, text.size()));
    const std::string_view whole = line.substr(0, line.find('\n'));
    return whole.substr(0, whole.find_last_not_of(blanks) + 1);
}

/// Whether the number at the start of the line is that of a heading that the next line underlines ("1. The
/// Sea"), or a day ("12. April 1931"), and no number of a list.
bool has_number_of_text(std::string_view text, std::size_t begin, std::string_view line) {
    if (item_number_length(line) == 0) {
        return false;
    }
    const bool after_blank = begin < 2 || text[begin - 2] == '\n';
    const std::size_t next = text.find('\n', begin);
    const bool underlined = next != std::string_view::npos && is_underline(line_at(text, next + 1));
    return begins_with_day(line) || (after_blank && underlined);
}

/// "==marked==" as "**marked**".
void mark_strong(std::string& text, std::size_t from, std::size_t to) {
    constexpr std::string_view sign = "==";
    const auto next = [&](std::size_t at) { return std::string_view(text).substr(0, to).find(sign, at); };
    auto open = next(from);
    while (open != std::string_view::npos) {
        const auto close = next(open + sign.size());
        if (close == std::string_view::npos) {
            return;
        }
        const bool glued = close > open + sign.size() && !is_blank_at(text, open + sign.size()) &&
                           !is_blank_at(text, close - 1);
        if (glued) {
            text.replace(open, sign.size(), "**");
            text.replace(close, sign.size(), "**");
        }
        open = next(glued ? close + sign.size() : close);
    }
}

} // namespace

std::string in_common_markdown(std::string_view text) {
    std::string common(text);
    blank_comments(common);
    for (std::size_t begin = 0; begin < common.size();) {
        if (const std::string_view line = line_at(common, begin); has_number_of_text(common, begin, line)) {
            common.insert(begin + item_number_length(line), 1, '\\');
        }
        const std::size_t end = std::min(common.find('\n', begin), common.size());
        const std::string_view line = line_at(common, begin);
        const std::size_t line_end = begin + line.size();
        if (is_instruction(line)) {
            blank(common, begin, line_end);
        } else {
            blank(common, line_end - attributes_length(line), line_end);
            mark_strong(common, begin, line_end);
        }
        begin = end + 1;
    }
    return common;
}

} // namespace recital
