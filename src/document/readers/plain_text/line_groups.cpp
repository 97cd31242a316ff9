// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/line_groups.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/heading.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

bool is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/// "## Early life": a heading also between the lines of a paragraph.
bool is_marked_heading(std::string_view line) {
    constexpr std::size_t max_level = 6;
    const auto level = line.find_first_not_of('#');
    return line.starts_with("##") && level != std::string_view::npos && level <= max_level &&
           line[level] == ' ';
}

Line make_line(std::string_view raw, std::size_t number) {
    constexpr std::size_t tab_width = 8;
    std::size_t indent = 0;
    while (!raw.empty() && is_blank(raw.front())) {
        indent = raw.front() == '\t' ? (indent / tab_width + 1) * tab_width : indent + 1;
        raw.remove_prefix(1);
    }
    while (!raw.empty() && is_blank(raw.back())) {
        raw.remove_suffix(1);
    }
    return {raw, indent, number};
}

} // namespace

LineGroup LineGroupReader::next() {
    LineGroup group;
    while (!rest_.empty()) {
        const auto end = rest_.find('\n');
        const Line line = make_line(rest_.substr(0, end), number_ + 1);
        if ((line.text.empty() || is_marked_heading(line.text)) && !group.lines.empty()) {
            break; // the line is counted when the next group is read
        }
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        ++number_;
        if (line.text.empty()) {
            ++group.gap;
        } else {
            group.lines.push_back(line);
        }
    }
    // The margin is that of the widest paragraph that was wrapped so far.
    constexpr std::size_t enough_lines = 4;
    constexpr std::size_t widest_page = 100;
    if (group.lines.size() >= enough_lines && group.lines.back().indent == 0) {
        std::size_t widest = 0;
        for (const Line& line : group.lines) {
            widest = std::max(widest, line.indent + line.text.size());
        }
        margin_ = widest <= widest_page ? std::max(widest, margin_) : margin_;
    }
    group.margin = margin_;
    return group;
}

std::size_t find_gap(std::string_view line, std::size_t width) {
    // Only every `width`-th byte has to be looked at, until one is a space.
    for (std::size_t last = width - 1; last < line.size();) {
        std::size_t spaces = 0;
        while (spaces < width && line[last - spaces] == ' ') {
            ++spaces;
        }
        if (spaces == width) {
            return last + 1 - width;
        }
        last += width - spaces;
    }
    return line.size();
}

bool has_columns(std::string_view line) {
    constexpr std::size_t column_gap = 3;
    return find_gap(line, column_gap) < line.size() || line.find('\t') != std::string_view::npos;
}

bool begins_item(std::string_view line) {
    static constexpr ByteSet beginnings("-*+(0123456789");
    if (line.empty() || (is_ascii(line.front()) && !beginnings.contains(line.front()))) {
        return false; // as nearly all lines
    }
    for (const std::string_view sign : {"- ", "* ", "+ ", "\u2022 "}) {
        if (line.starts_with(sign)) {
            const char mirrored = line.back(); // "- The Sea -" is a title
            return line.size() < 2 || mirrored != sign.front() || line[line.size() - 2] != ' ';
        }
    }
    const bool bracket = line.starts_with('(');
    const std::string_view rest = line.substr(static_cast<std::size_t>(bracket));
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const std::size_t length = digits > 0 ? digits : static_cast<std::size_t>(bracket && !rest.empty());
    const std::string_view after = rest.substr(std::min(length, rest.size()));
    return length > 0 && length <= 2 &&
           (bracket ? after.starts_with(") ") : after.starts_with(". ") || after.starts_with(") ")) &&
           !begins_with_day(line);
}

bool begins_bullet(std::string_view line) {
    constexpr std::array<std::string_view, 7> signs = {"- ",      "* ",      "+ ",     "\u2022 ",
                                                       "\u2013 ", "\u2014 ", "\u00B7 "};
    for (const std::string_view sign : signs) {
        if (line.starts_with(sign)) {
            const std::string_view bare = sign.substr(0, sign.size() - 1);
            return !line.ends_with(bare); // "- The Sea -" is a title
        }
    }
    std::size_t after = 1;
    return line.size() > 1 && line.front() == '-' && is_letter(next_code_point(line, after)) &&
           !line.ends_with('-');
}

int underline_level(std::string_view line) {
    if (line.size() < 3 || line.find_first_not_of(line.front()) != std::string_view::npos) {
        return 0;
    }
    return line.front() == '=' ? 1 : (line.front() == '-' || line.front() == '~' ? 2 : 0);
}

} // namespace recital
