// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/timed_lines.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace recital {

namespace {

/// Takes digits off the front; nothing where there are none or too many for a time.
std::optional<double> take_digits(std::string_view& text, std::size_t* count = nullptr) {
    constexpr std::size_t max_digits = 9;
    std::size_t digits = 0;
    double value = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
        value = value * 10 + (text[digits++] - '0');
    }
    if (digits == 0 || digits > max_digits) {
        return std::nullopt;
    }
    text.remove_prefix(digits);
    if (count != nullptr) {
        *count = digits;
    }
    return value;
}

void skip_blanks(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

} // namespace

Lines::Lines(std::string_view text) : rest_(text) {
    if (rest_.starts_with(utf8_mark)) {
        rest_.remove_prefix(utf8_mark.size());
    }
}

std::optional<std::string_view> Lines::next() {
    if (rest_.empty()) {
        return std::nullopt;
    }
    ++number_;
    std::string_view line = cut_front(rest_, '\n');
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

void Lines::fail(const std::string& what) const {
    // A text without any line is wrong where its first should stand.
    throw Error(ErrorKind::input, fmt::format("line {}: {}", std::max<std::size_t>(number_, 1), what));
}

std::optional<double> take_time(std::string_view& text) {
    constexpr int max_fields = 3;
    auto seconds = take_digits(text);
    int fields = 1;
    while (seconds && fields < max_fields && text.starts_with(':')) {
        text.remove_prefix(1);
        const auto field = take_digits(text);
        seconds = field ? std::optional(*seconds * 60 + *field) : std::nullopt;
        ++fields;
    }
    if (!seconds || fields < 2) {
        return std::nullopt;
    }
    if (text.starts_with('.') || text.starts_with(',')) {
        text.remove_prefix(1);
        std::size_t digits = 0;
        auto fraction = take_digits(text, &digits);
        if (!fraction) {
            return std::nullopt;
        }
        for (; digits > 0; --digits) {
            *fraction /= 10;
        }
        *seconds += *fraction;
    }
    return seconds;
}

std::vector<SubtitleCue> parse_blocks(Lines lines) {
    constexpr std::string_view arrow = "-->";
    std::vector<SubtitleCue> cues;
    while (auto line = lines.next()) {
        if (line->find(arrow) == std::string_view::npos) {
            continue;
        }
        SubtitleCue cue;
        const auto start = take_time(*line);
        skip_blanks(*line);
        if (!start || !line->starts_with(arrow)) {
            lines.fail("a time cannot be read");
        }
        line->remove_prefix(arrow.size());
        skip_blanks(*line);
        const auto end = take_time(*line);
        if (!end) {
            lines.fail("a time cannot be read");
        }
        cue.start = *start;
        cue.end = end;
        for (auto text = lines.next(); text && !text->empty(); text = lines.next()) {
            cue.text += cue.text.empty() ? "" : "\n";
            cue.text += *text;
        }
        cues.push_back(std::move(cue));
    }
    return cues;
}

std::uint64_t milliseconds(double seconds) {
    return static_cast<std::uint64_t>(std::llround(std::max(0.0, seconds) * 1000));
}

std::string clock_time(double seconds, char point) {
    const std::uint64_t time = milliseconds(seconds);
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", time / 3600000, time / 60000 % 60, time / 1000 % 60, point,
                       time % 1000);
}

} // namespace recital
