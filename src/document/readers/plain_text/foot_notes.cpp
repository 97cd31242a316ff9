// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/foot_notes.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/signs.h"
#include "document/marks/number_words.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <array>
#include <string>

namespace recital {

namespace {

constexpr std::string_view blanks = " \t\r\f";

/// The mark with which a note begins.
struct NoteMark {
    std::string_view written; ///< as the text before refers to it: "1", "(1)", "*"; empty for none
    bool touches_word = true; ///< how it refers; "[1]" also after a blank
    bool certain = true;
};

std::size_t raised_digits(std::string_view text) {
    constexpr std::u32string_view digits = U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    std::size_t end = 0;
    for (std::size_t position = 0; position < text.size(); end = position) {
        if (digits.find(next_code_point(text, position)) == std::u32string_view::npos) {
            break;
        }
    }
    return end;
}

bool begins_note(std::string_view text) {
    std::size_t position = 0;
    const char32_t first = text.empty() ? U' ' : next_code_point(text, position);
    return is_upper(first) || first == '"' || first == U'\u201C' || first == U'\u201E' || first == U'\u00AB';
}

/// "1 Vey", "1. Vey", "(1) Vey", "[1] Vey".
NoteMark numbered_mark(std::string_view line) {
    constexpr std::size_t max_digits = 3;
    const bool bracket = line.starts_with('(') || line.starts_with('[');
    const std::size_t begin = bracket ? 1 : 0;
    const auto digits_end = std::min(line.find_first_not_of("0123456789", begin), line.size());
    const std::size_t digits = digits_end - begin;
    if (digits == 0 || digits > max_digits) {
        return {};
    }
    const std::string_view rest = line.substr(digits_end);
    if (bracket) {
        const std::string_view close = line.starts_with('(') ? ") " : "] ";
        return rest.starts_with(close)
                   ? NoteMark{line.substr(0, digits_end + 1), close == ") ", close == "] "}
                   : NoteMark{};
    }
    const bool stop = rest.starts_with(". ");
    const bool note = (stop || rest.starts_with(' ')) && begins_note(trimmed(rest, " ."));
    return note ? NoteMark{line.substr(0, digits_end), true, !stop} : NoteMark{};
}

NoteMark mark_of(std::string_view line) {
    if (const std::size_t raised = raised_digits(line); raised > 0) {
        return {line.substr(0, raised)};
    }
    for (const std::string_view sign : {"\u2020", "\u2021", "*", "\u00A7"}) {
        if (line.starts_with(sign) && line.substr(sign.size()).starts_with(' ')) {
            return {sign};
        }
    }
    return numbered_mark(line);
}

/// Whether the mark at byte `at` touches a word or its punctuation; not "No.1", "MP3".
bool touches_text(std::string_view line, std::size_t at) {
    if (at == 0) {
        return false;
    }
    const char before = line[at - 1];
    if (static_cast<unsigned char>(before) >= 0x80 || (before >= 'a' && before <= 'z')) {
        return true;
    }
    const bool abbreviates =
        before == '.' && NumberWords::known().before.contains_folded(word_before(line, at - 1));
    return !abbreviates && std::string_view(".,;:!?)\"']").find(before) != npos;
}

/// Whether the line refers to the mark: after a word or its punctuation, and not inside a word.
bool refers_to(std::string_view line, const NoteMark& mark) {
    for (auto at = line.find(mark.written); at != npos; at = line.find(mark.written, at + 1)) {
        const std::size_t after = at + mark.written.size();
        const bool ends =
            after == line.size() || std::string_view(" \t\r.,;:!?)\"'").find(line[after]) != npos;
        if (ends && at > 0 && (!mark.touches_word || touches_text(line, at))) {
            return true;
        }
    }
    return false;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(blanks) == npos;
}

/// Whether a line before `line`, at most a page or two above it, refers to the mark.
bool is_referred_to(const std::vector<std::string_view>& lines, std::size_t line, const NoteMark& mark) {
    constexpr std::size_t max_lines = 80;
    constexpr std::size_t max_bytes = 20'000;
    std::size_t bytes = 0;
    for (std::size_t n = 1; n <= std::min(line, max_lines) && bytes < max_bytes; ++n) {
        const std::string_view text = lines[line - n];
        bytes += text.size();
        if (refers_to(text, mark)) {
            return true;
        }
    }
    return false;
}

/// "[^1]: Vey, p. 3.": a note as in Markdown.
bool is_definition(std::string_view line) {
    constexpr std::size_t max_name = 30;
    const auto close = line.starts_with("[^") ? line.substr(0, max_name).find("]:") : npos;
    return close != npos && close > 2 && line.substr(0, close).find(' ') == npos;
}

/// Whether the notes end as sentences do: a heading may have a number as well ("1 The Kitchen").
bool ends_as_note(std::string_view line) {
    return !line.empty() && std::string_view(".?!)\"]").find(trimmed(line, blanks).back()) != npos;
}

/// Whether the last line of text before `line` is a heading: short and without punctuation.
bool is_below_heading(const std::vector<std::string_view>& lines, std::size_t line) {
    constexpr std::size_t max_heading = 30;
    while (line > 0 && is_blank(lines[line - 1])) {
        --line;
    }
    if (line == 0) {
        return true;
    }
    const std::string_view before = trimmed(lines[line - 1], blanks);
    const bool alone = line == 1 || is_blank(lines[line - 2]);
    return alone && before.size() <= max_heading && std::string_view(".,;:!?-").find(before.back()) == npos;
}

} // namespace

std::vector<FootNotes> find_foot_notes(const std::vector<std::string_view>& lines) {
    std::vector<FootNotes> found;
    for (std::size_t begin = 0; begin < lines.size();) {
        if (is_blank(lines[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < lines.size() && !is_blank(lines[end])) {
            ++end;
        }
        const auto definition = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                             lines.begin() + static_cast<std::ptrdiff_t>(end), is_definition);
        if (const auto at = static_cast<std::size_t>(definition - lines.begin()); at < end) {
            found.push_back({at, end, true});
            begin = end;
            continue;
        }
        const std::size_t first =
            end - begin > 1 && is_rule(trimmed(lines[begin], blanks)) ? begin + 1 : begin;
        const NoteMark mark = mark_of(trimmed(lines[first], blanks));
        const auto items = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                         lines.begin() + static_cast<std::ptrdiff_t>(end),
                                         [](std::string_view line) { return line.starts_with("* "); });
        if (items < 2 && !mark.written.empty() && ends_as_note(lines[end - 1]) &&
            is_referred_to(lines, begin, mark) && !is_below_heading(lines, begin)) {
            found.push_back({begin, end, mark.certain});
        }
        begin = end;
    }
    return found;
}

} // namespace recital
