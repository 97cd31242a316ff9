// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"
#include "base/unicode.h"
#include "document/marks/attached_forms.h"
#include "document/marks/surroundings.h"

#include <optional>

namespace recital {

namespace {

bool is_sign(char32_t c) {
    return c == U'*' || c == U'\u2020' || c == U'\u2021' || c == U'\u00A7' || c == U'\u2016';
}

/// The first byte from `from` on with which a mark may begin; the text's size if there is none.
std::size_t next_begin(std::string_view text, std::size_t from) {
    static constexpr ByteSet plain("0123456789(^*");
    while (from < text.size() && is_ascii(text[from]) && !plain.contains(text[from])) {
        ++from;
    }
    return from;
}

/// The mark at byte `at`, of a form that cannot follow a blank. `c`: the character there.
std::optional<MarkCandidate> mark_at(std::string_view text, std::size_t at, char32_t c, bool opened) {
    if (is_ascii_digit(text[at])) {
        return number_mark(text, at);
    }
    if (c == '(') {
        return round_bracket_mark(text, at);
    }
    if (c == '^') {
        return caret_mark(text, at);
    }
    if (superscript_digit(c) >= 0 || c == U'\u207D') {
        return superscript_mark(text, at);
    }
    return is_sign(c) ? sign_mark(text, at, opened) : std::nullopt;
}

} // namespace

std::vector<MarkCandidate> attached_marks(std::string_view text) {
    std::vector<MarkCandidate> marks;
    bool opened = false; // an asterisk that emphasises is open
    for (std::size_t at = next_begin(text, 0); at < text.size();) {
        std::size_t after = at;
        const char32_t c = next_code_point(text, after);
        const char previous = at == 0 ? ' ' : text[at - 1];
        const bool apart = previous == ' ' || (is_sign(c) && previous == '(');
        opened = opened || (c == '*' && apart && code_point_at(text, after) != ' ');
        after = is_ascii_digit(text[at]) ? at + digits_at(text, at) : after;
        if (const auto mark = apart ? std::nullopt : mark_at(text, at, c, opened)) {
            marks.push_back(*mark);
            after = mark->range.end;
        }
        at = next_begin(text, after);
    }
    return marks;
}

} // namespace recital
