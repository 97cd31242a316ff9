// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/bracket_matching.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "text/language/character.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

/// In bytes; longer quotations and parentheses are split into sentences.
constexpr std::size_t max_bracketed_length = 1200;

constexpr std::array<std::string_view, 16> openers{"\"", "'", "(",  "[",  "“",  "‘",  "«",  "¿",
                                                   "¡",  "`", "「", "『", "（", "《", "〈", "【"};
constexpr std::array<std::string_view, 14> closers{"\"", "'",  ")",  "]",  "”",  "’",  "»",
                                                   "›",  "」", "』", "）", "》", "〉", "】"};

/// Chinese and Japanese brackets, which need no blanks around them and may be nested.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> wide_brackets{
    {{"「", "」"}, {"『", "』"}, {"（", "）"}, {"《", "》"}, {"〈", "〉"}, {"【", "】"}}};
constexpr std::array<std::string_view, 6> dashes{"—", "–", "--", "-", "―", "−"};

template <std::size_t count>
std::size_t length_of_any(std::string_view text, std::size_t position,
                          const std::array<std::string_view, count>& marks) {
    const auto rest = text.substr(std::min(position, text.size()));
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](auto mark) { return rest.starts_with(mark); });
    return found == marks.end() ? 0 : found->size();
}

bool stands_at_word_start(std::string_view text, std::size_t position) {
    if (position == 0) {
        return true;
    }
    const auto before = previous_start(text, position);
    return character_at(text, before).kind == CharacterKind::space ||
           is_wide(character_at(text, before).code_point) || opening_mark(text, before) != 0 ||
           dash_mark(text, before) != 0;
}

std::size_t closing_bracket(std::string_view rest, std::size_t position, char bracket) {
    int depth = 0;
    for (std::size_t index = position; index < rest.size(); ++index) {
        depth += rest[index] == rest[position] ? 1 : 0;
        depth -= rest[index] == bracket ? 1 : 0;
        if (depth == 0) {
            return index + 1;
        }
    }
    return npos;
}

std::size_t closing_wide_bracket(std::string_view rest, std::size_t position, std::string_view open,
                                 std::string_view close) {
    int depth = 0;
    while (position < rest.size()) {
        const auto here = rest.substr(position);
        depth += here.starts_with(open) ? 1 : 0;
        depth -= here.starts_with(close) ? 1 : 0;
        position = character_at(rest, position).end;
        if (depth == 0) {
            return position;
        }
    }
    return npos;
}

std::size_t closing_quote(std::string_view rest, std::size_t position, std::string_view mark) {
    const auto close = rest.find(mark, position + 1);
    return close == npos ? npos : close + mark.size();
}

bool is_punctuation(std::string_view text, std::size_t position) {
    return character_at(text, position).kind == CharacterKind::other;
}

/// Whether a mark after this text may be an apostrophe for omitted letters: "boys’ club", "singin’ in the
/// rain", "o’ the".
bool may_end_in_apostrophe(std::string_view text) {
    const auto blank = text.rfind(' ');
    const auto word = text.substr(blank == npos ? 0 : blank + 1);
    constexpr std::size_t min_whole_word_length = 3;
    return word.size() < min_whole_word_length || word.ends_with('s') || word.ends_with("in") ||
           word.ends_with("an");
}

/// A single closing mark is distinguished from an apostrophe by its neighbours and by the word before it. If
/// an opening mark follows first, the previous mark closed the quotation.
std::size_t closing_apostrophe(std::string_view text, std::string_view rest, std::size_t position,
                               std::string_view mark) {
    std::size_t after_plural = npos;
    for (auto close = rest.find(mark, position + 1); close != npos; close = rest.find(mark, close + 1)) {
        if (text[close - 1] == ' ') {
            return after_plural;
        }
        const auto end = close + mark.size();
        if (end < text.size() && (character_at(text, end).kind == CharacterKind::letter ||
                                  character_at(text, end).kind == CharacterKind::digit)) {
            continue;
        }
        const bool after_mark = is_punctuation(text, previous_start(text, close));
        const bool opened_again =
            after_plural != npos && text.substr(after_plural, close - after_plural).find("‘") != npos;
        if (opened_again) {
            return after_plural;
        }
        if (after_mark || end >= text.size() || is_punctuation(text, end) ||
            !may_end_in_apostrophe(text.substr(position, close - position))) {
            return end;
        }
        after_plural = after_plural == npos ? end : after_plural;
    }
    return after_plural;
}

} // namespace

std::size_t opening_mark(std::string_view text, std::size_t position) {
    return length_of_any(text, position, openers);
}

std::size_t closing_mark(std::string_view text, std::size_t position) {
    return length_of_any(text, position, closers);
}

std::size_t dash_mark(std::string_view text, std::size_t position) {
    return length_of_any(text, position, dashes);
}

std::size_t end_of_bracketed(std::string_view text, std::size_t position) {
    const auto rest = text.substr(0, position + max_bracketed_length);
    const auto opener = text.substr(position);
    if (opener[0] == '(' || opener[0] == '[') {
        return closing_bracket(rest, position, opener[0] == '(' ? ')' : ']');
    }
    for (const auto& [open, close] : wide_brackets) {
        if (opener.starts_with(open)) {
            return closing_wide_bracket(rest, position, open, close);
        }
    }
    if (!stands_at_word_start(text, position)) {
        return npos;
    }
    if (opener[0] == '"') {
        return closing_quote(rest, position, "\"");
    }
    if (opener.starts_with("“")) {
        return closing_quote(rest, position, "”");
    }
    if (opener.starts_with("«")) {
        return closing_quote(rest, position, "»");
    }
    if (opener[0] == '\'' || opener[0] == '`') {
        return closing_apostrophe(text, rest, position, "'");
    }
    return opener.starts_with("‘") ? closing_apostrophe(text, rest, position, "’") : npos;
}

bool is_continued_by_parenthesis(std::string_view text, std::size_t position) {
    if (position >= text.size() || (text[position] != '(' && text[position] != '[')) {
        return false;
    }
    const auto end = end_of_bracketed(text, position);
    if (end == npos || end >= text.size()) {
        return false;
    }
    if (text[end] != ' ') {
        return true;
    }
    const auto inside = text.substr(position + 1, end - position - 2);
    const bool sentence = std::string_view(".!?").find(inside.empty() ? ' ' : inside.back()) != npos;
    const auto rest = text.substr(std::min(end + 1, text.size()));
    return !sentence && !rest.empty() && (starts_lower(rest) || rest[0] == '&');
}

} // namespace recital
