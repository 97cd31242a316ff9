// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/limits.h"

#include "base/error.h"
#include "base/strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_attributes = 1000;
/// Of end tags and processing instructions: the parser moves all that follows for each few bytes of them.
constexpr std::size_t max_instruction_bytes = std::size_t{1} << 15U;

/// Returns the number of attributes of the tag that starts at `position`, and moves `position` to its end.
/// Values in quotation marks may hold anything.
std::size_t count_attributes(std::string_view text, std::size_t& position) {
    static constexpr ByteSet blanks(" \t\r\n\f/");
    std::size_t count = 0;
    char quote = '\0';
    bool after_blank = false;
    for (; position < text.size(); ++position) {
        const char sign = text[position];
        if (quote != '\0') {
            quote = sign == quote ? '\0' : quote;
            continue;
        }
        if (sign == '>') {
            break;
        }
        const bool is_blank = blanks.contains(sign);
        quote = sign == '"' || sign == '\'' ? sign : quote;
        count += after_blank && !is_blank ? 1 : 0;
        after_blank = is_blank;
    }
    return count;
}

bool begins_tag(std::string_view text, std::size_t position) {
    const char next = position + 1 < text.size() ? text[position + 1] : '\0';
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

/// The end of the script that starts at `position`, in which the parser looks for no tags; `position` if none
/// does.
std::size_t end_of_script(std::string_view text, std::size_t position) {
    for (const auto& [begin, end] : {std::pair("<script", "</script"), std::pair("<SCRIPT", "</SCRIPT")}) {
        if (text.substr(position).starts_with(begin)) {
            return std::min(text.find(end, position), text.size());
        }
    }
    return position;
}

[[noreturn]] void refuse(const std::string& reason, std::string_view text, std::size_t position,
                         const std::string& name) {
    const std::string_view before = text.substr(0, position);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    throw Error(ErrorKind::input, reason, {name, static_cast<std::size_t>(lines) + 1});
}

} // namespace

void check_html_limits(std::string_view text, const std::string& name) {
    std::size_t close = 0; // the next ">"
    for (auto position = text.find('<'); position != std::string_view::npos;
         position = text.find('<', position)) {
        const std::size_t begin = position;
        if (begins_tag(text, position)) {
            if (count_attributes(text, position) > max_attributes) {
                refuse(fmt::format("a tag has more than {} attributes: remove what it does not need",
                                   max_attributes),
                       text, begin, name);
            }
            position = std::max(position, end_of_script(text, begin));
            continue;
        }
        close = std::max(close, std::min(text.find('>', std::max(position, close)), text.size()));
        const char next = position + 1 < text.size() ? text[position + 1] : '\0';
        if ((next == '?' || next == '/') && close - position > max_instruction_bytes && close < text.size()) {
            refuse(fmt::format("a tag goes on for more than {} bytes: close it", max_instruction_bytes), text,
                   begin, name);
        }
        ++position;
    }
}

} // namespace recital
