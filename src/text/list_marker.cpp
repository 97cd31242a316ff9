// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/list_marker.h"

#include "text/character.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>

namespace recital {

namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t longest_item = 2000; ///< in bytes
constexpr std::size_t most_digits = 3;

constexpr std::array<std::string_view, 4> bullets{"•", "⁃", "‣", "▪"};

struct Marker {
    std::string_view before; ///< "", "("
    std::string_view value;  ///< digits or one letter
    std::string_view after;  ///< ".", ")", ".)"
    std::size_t end = 0;
};

std::size_t bullet_length(std::string_view text) {
    for (const auto bullet : bullets) {
        if (text.starts_with(bullet)) {
            return bullet.size();
        }
    }
    return 0;
}

/// The mark at the start of the text; an empty value where there is none.
Marker marker_of(std::string_view text) {
    Marker marker;
    std::size_t position = text.starts_with('(') ? 1 : 0;
    marker.before = text.substr(0, position);
    std::size_t end = position;
    while (end < text.size() && end - position < most_digits && is_ascii_digit(text[end])) {
        ++end;
    }
    if (end == position && end < text.size() && (is_ascii_lower(text[end]) || is_ascii_upper(text[end]))) {
        ++end;
    }
    const auto after = text.substr(end);
    for (const std::string_view close : {".)", ")", "."}) {
        if (after.starts_with(close) && after.substr(close.size()).starts_with(' ')) {
            marker.value = text.substr(position, end - position);
            marker.after = close;
            marker.end = end + close.size();
            break;
        }
    }
    // "A. Smith and B. Jones" is no list.
    if (!marker.value.empty() && is_ascii_upper(marker.value[0]) && marker.after == ".") {
        return {};
    }
    return marker;
}

std::string successor(std::string_view value) {
    if (is_ascii_digit(value[0])) {
        return std::to_string(std::strtoul(std::string(value).c_str(), nullptr, 10) + 1);
    }
    return value[0] == 'z' || value[0] == 'Z' ? std::string()
                                              : std::string(1, static_cast<char>(value[0] + 1));
}

} // namespace

bool is_list_marker(std::string_view text) {
    text.remove_prefix(text.starts_with('(') ? 1 : 0);
    const bool numeral = !text.empty() && text.find_first_not_of("IVXLivxl") == none;
    const bool number =
        !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == none;
    return numeral || number || (!text.empty() && character_at(text, 0).end == text.size());
}

std::size_t end_of_list_item(std::string_view text, std::size_t start) {
    const auto rest = text.substr(start, longest_item);
    if (const auto length = bullet_length(rest); length != 0) {
        const auto next = rest.find(fmt::format(" {}", rest.substr(0, length)), length);
        return next == none ? none : start + next;
    }
    const auto marker = marker_of(rest);
    if (marker.value.empty()) {
        return none;
    }
    const auto following = successor(marker.value);
    const auto next =
        following.empty()
            ? none
            : rest.find(fmt::format(" {}{}{} ", marker.before, following, marker.after), marker.end);
    return next == none ? none : start + next;
}

} // namespace recital
