// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/headings.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"

#include <algorithm>

namespace recital {

namespace {

/// A line that is emphasised as a whole: "_As a Singer_", "**Early years**".
bool is_emphasised(std::string_view line) {
    return line.size() > 2 && (line.front() == '_' || line.front() == '*') && line.back() == line.front();
}

/// A line of one letter that counts: "I" is a word only inside a sentence.
bool is_roman_digit(std::string_view line) {
    return line == "I" || line == "V" || line == "X";
}

/// "J.C.H.": the initials of who signs.
bool is_signature(std::string_view line) {
    std::size_t letters = 0;
    for (const std::string_view initial : split(line, '.')) {
        const std::string_view letter = trimmed(initial, " ");
        letters += letter.size();
        if (letter.size() > 1) {
            return false;
        }
    }
    return letters >= 2 && line.ends_with('.');
}

} // namespace

int heading_level(const LineGroup& group) {
    constexpr std::size_t max_length = 70;
    const std::string_view first = group.lines.front().text;
    if (std::any_of(group.lines.begin(), group.lines.end(),
                    [](const Line& line) { return has_columns(line.text); })) {
        return 0;
    }
    if (names_division(first) && (group.lines.size() == 1 || is_all_capitals(group.lines[1].text))) {
        return division_level;
    }
    if (group.lines.size() == 2 && is_bare_division(first) && has_shape_of_heading(group.lines[1].text)) {
        return division_level; // "Chapter 1", and its title in the next line
    }
    if (group.lines.size() == 1 && is_roman_digit(trimmed(first, "."))) {
        return division_level;
    }
    const bool single = group.lines.size() == 1 && first.size() <= max_length;
    if (single && is_dateline(trimmed(first, "_*"))) {
        return 0;
    }
    const bool capitals = std::all_of(group.lines.begin(), group.lines.end(),
                                      [](const Line& line) { return is_all_capitals(line.text); });
    const bool set_right = group.lines.front().indent >= 30;
    if (begins_bullet(first) || is_quotation(first)) {
        return 0;
    }
    if (capitals && !set_right && !is_signature(first) && !first.ends_with(',')) {
        return group.gap >= 3 || is_bare_division(first) ? division_level : minor_level;
    }
    const bool apart = group.gap >= 2 && single && group.lines.front().indent == 0;
    const bool ends_open = std::string_view(".,;:!?-\"'").find(first.back()) == std::string_view::npos;
    const auto is_text = [first] {
        return begins_item(first) || starts_lower(first) || is_whole_sentence(first);
    };
    return apart && (is_emphasised(first) || (ends_open && !is_text())) ? minor_level : 0;
}

bool continues_title(const LineGroup& group, std::string_view heading) {
    const std::string_view first = group.lines.front().text;
    const bool bare = is_bare_division(heading);
    const bool short_line = group.lines.size() == 1 && first.size() <= 60 &&
                            std::string_view(".,;:!?").find(first.back()) == std::string_view::npos;
    if (names_division(first) || is_dateline(first)) {
        return false;
    }
    const bool capitals = std::all_of(group.lines.begin(), group.lines.end(),
                                      [](const Line& line) { return is_all_capitals(line.text); });
    return group.gap <= 1 ? capitals || (short_line && (bare || is_emphasised(first))) : (bare && capitals);
}

} // namespace recital
