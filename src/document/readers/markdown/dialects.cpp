// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/dialects.h"

#include "base/unicode.h"

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
        const std::size_t end = std::min(common.find('\n', begin), common.size());
        std::string_view line = std::string_view(common).substr(begin, end - begin);
        const auto last = line.find_last_not_of(blanks);
        line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
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
