// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/foreign/text_shape.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace recital {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";
constexpr std::size_t looked_at = std::size_t{16} << 10U;

/// The next line that is not blank, without white space around it; empty at the end.
std::string_view next_line(std::string_view& rest) {
    while (!rest.empty()) {
        const std::string_view line = trimmed(cut_front(rest, '\n'), blanks);
        if (!line.empty()) {
            return line;
        }
    }
    return {};
}

template <std::size_t Count>
bool starts_with_one_of(std::string_view line, const std::array<std::string_view, Count>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [line](std::string_view begin) { return line.starts_with(begin); });
}

/// An object or an array of values of a kind that has no place in prose: "[1]", "[Intro]" and "[[Mara Bell]]"
/// may begin a text.
bool opens_json(std::string_view text) {
    if (text.empty() || (text.front() != '{' && text.front() != '[')) {
        return false;
    }
    const bool is_object = text.front() == '{';
    const auto next = text.find_first_not_of(is_object ? std::string(blanks) : std::string(blanks) + '[', 1);
    const char sign = next == std::string_view::npos ? '\0' : text[next];
    return sign == '"' || sign == (is_object ? '}' : '{');
}

bool is_json_line(std::string_view line) {
    return line.starts_with("{") && opens_json(line) && line.ends_with('}');
}

/// "00:01:02,500 --> 00:01:04,000"
bool is_cue_time(std::string_view line) {
    const auto arrow = line.find("-->");
    return arrow != std::string_view::npos && line.substr(0, arrow).find(':') != std::string_view::npos &&
           line.front() >= '0' && line.front() <= '9';
}

bool is_subtitles(std::string_view text) {
    std::string_view rest = text;
    const std::string_view first = next_line(rest);
    const std::string_view second = next_line(rest);
    return first.starts_with("WEBVTT") || is_cue_time(first) || (is_digits(first) && is_cue_time(second)) ||
           first.starts_with("[Script Info]");
}

bool is_latex(std::string_view text) {
    constexpr std::array<std::string_view, 6> commands = {
        "\\documentclass", "\\documentstyle", "\\begin{document}", "\\input{", "\\chapter{", "\\section{"};
    std::string_view rest = text;
    for (std::string_view line = next_line(rest); !line.empty(); line = next_line(rest)) {
        if (starts_with_one_of(line, commands)) {
            return true;
        }
    }
    return false;
}

/// Verse may end in semicolons, but not in calls and assignments.
bool is_code_line(std::string_view line) {
    constexpr std::array<std::string_view, 12> beginnings = {"#include", "#define", "import ",   "from ",
                                                             "def ",     "class ",  "//",        "/*",
                                                             "public ",  "const ",  "function ", "return "};
    constexpr std::array<std::string_view, 5> endings = {"{", "}", "};", "):", ");"};
    const bool has_sign = line.find_first_of("({=<\"") != std::string_view::npos;
    return std::any_of(endings.begin(), endings.end(),
                       [line](std::string_view end) { return line.ends_with(end); }) ||
           (has_sign && (line.ends_with(';') || starts_with_one_of(line, beginnings)));
}

/// A sentence in a line of its own, which code has only in comments.
bool is_prose_line(std::string_view line) {
    constexpr std::size_t min_words = 4;
    return line.front() >= 'A' && line.front() <= 'Z' && line.ends_with('.') &&
           line.find_first_of("({=<;") == std::string_view::npos && split(line, ' ').size() >= min_words;
}

bool is_source_code(std::string_view text) {
    if (text.starts_with("#!/")) {
        return true;
    }
    constexpr std::size_t min_lines = 5;
    std::size_t lines = 0;
    std::size_t code = 0;
    std::string_view rest = text;
    for (std::string_view line = next_line(rest); !line.empty(); line = next_line(rest)) {
        if (is_prose_line(line)) {
            return false;
        }
        ++lines;
        code += is_code_line(line) ? 1U : 0U;
    }
    return lines >= min_lines && code * 2 > lines;
}

} // namespace

std::string_view text_shape(std::string_view text) {
    if (text.starts_with(utf8_mark)) {
        text.remove_prefix(utf8_mark.size());
    }
    const std::string_view all = trimmed(text, blanks);
    const std::string_view head = all.substr(0, looked_at);
    if (opens_json(head)) {
        std::string_view rest = head;
        const bool is_first = is_json_line(next_line(rest));
        const std::string_view second = next_line(rest);
        if (is_first && second.starts_with("{")) {
            return "json-lines";
        }
        if (all.ends_with('}') || all.ends_with(']') || all.size() >= looked_at) {
            return "json";
        }
    }
    return is_subtitles(head)     ? "subtitles"
           : is_latex(head)       ? "latex"
           : is_source_code(head) ? "source-code"
                                  : "";
}

} // namespace recital
