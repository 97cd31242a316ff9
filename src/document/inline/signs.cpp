// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/signs.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::string_view blanks = " \t";
constexpr std::size_t max_quotation_length = 4000; ///< bytes within which its closing mark is looked for

bool draws(char32_t c) {
    return std::u32string_view(U"*-_=~#+./\\|\u2013\u2014\u2500\u2501\u2550\u2022\u00B7").find(c) !=
           std::u32string_view::npos;
}

/// Signs that only draw lines; the others of `draws` may also mark a pause or an omitted word.
bool only_draws(char sign) {
    return std::string_view("/=~#\\+").find(sign) != std::string_view::npos;
}

bool is_drawn(std::string_view run, char sign) {
    constexpr std::size_t min_length = 4;
    return run.size() >= min_length && std::string_view("/=~#\\+*-_").find(sign) != std::string_view::npos;
}

std::string_view run_at_front(std::string_view text) {
    return text.empty() ? text : text.substr(0, std::min(text.find_first_not_of(text.front()), text.size()));
}

std::string_view run_at_back(std::string_view text) {
    return text.empty() ? text : text.substr(text.find_last_not_of(text.back()) + 1);
}

bool is_blank_at(std::string_view text, std::size_t at) {
    return at >= text.size() || blanks.find(text[at]) != std::string_view::npos;
}

bool begins_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return false;
    }
    const char32_t c = next_code_point(text, at);
    return is_letter(c) || is_digit(c);
}

/// Whether the back quote that opens at `open` is closed by another one: code, not speech.
bool closes_itself(std::string_view text, std::size_t open) {
    text = text.substr(0, std::min(text.size(), open + max_quotation_length));
    for (auto at = text.find('`', open + 1); at != std::string_view::npos; at = text.find('`', at + 1)) {
        if (!is_blank_at(text, at - 1) && (at + 1 == text.size() || !is_word_byte(text[at + 1]))) {
            return true;
        }
        if (is_blank_at(text, at - 1)) {
            return false; // the next quotation opens
        }
    }
    return false;
}

/// The mark with which the quotation that opens before `from` closes.
std::string_view opening_mark(std::string_view text, std::size_t from) {
    text = text.substr(0, std::min(text.size(), from + max_quotation_length));
    for (std::size_t at = from; at < text.size(); ++at) {
        const bool typeset = text.substr(at).starts_with("\u2019");
        const std::size_t end = at + (typeset ? 3 : 1);
        if ((typeset || text[at] == '\'') && (end >= text.size() || !is_word_byte(text[end]))) {
            return typeset ? "\u2018" : "'";
        }
    }
    return "'";
}

} // namespace

bool is_rule(std::string_view line) {
    std::size_t signs = 0;
    std::size_t dots = 0;
    for (std::size_t position = 0; position < line.size();) {
        const char32_t c = next_code_point(line, position);
        if (c == ' ' || c == '\t') {
            continue;
        }
        if (!draws(c)) {
            return line == "\u2042";
        }
        ++signs;
        dots += static_cast<std::size_t>(c == '.');
    }
    return (signs >= 3 && dots < signs) || line == "*" || line == "/" || line == "|";
}

std::string_view without_rules(std::string_view text) {
    const std::string_view front = run_at_front(text);
    const std::string_view back = run_at_back(text);
    const bool front_drawn = !text.empty() && is_drawn(front, text.front());
    const bool back_drawn = !text.empty() && is_drawn(back, text.back());
    const bool both = front_drawn && back_drawn;
    if (front.size() == text.size()) {
        return text;
    }
    if (back_drawn && (both || only_draws(text.back()))) {
        text.remove_suffix(back.size());
    }
    if (front_drawn && (both || only_draws(text.front()))) {
        text.remove_prefix(front.size());
    }
    return front_drawn || back_drawn ? trimmed(text, blanks) : text;
}

std::string with_opening_quotes(std::string_view text) {
    if (text.find('`') == std::string_view::npos) {
        return std::string(text);
    }
    const auto last_close = text.rfind("''");
    std::string result;
    bool doubled = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts =
            i == 0 || std::string_view(" \t([\"-").find(text[i - 1]) != std::string_view::npos;
        if (text[i] == '`' && starts) {
            const bool two = text.substr(i).starts_with("``");
            const std::size_t after = i + (two ? 2 : 1);
            if (two && last_close != std::string_view::npos && last_close >= after &&
                begins_word(text, after)) {
                result += '"';
                doubled = true;
                ++i;
                continue;
            }
            if (!two && begins_word(text, after) && !closes_itself(text, i)) {
                result += opening_mark(text, after);
                continue;
            }
        }
        if (doubled && text.substr(i).starts_with("''")) {
            result += '"';
            doubled = false;
            ++i;
            continue;
        }
        result += text[i];
    }
    return result;
}

std::size_t closing_punctuation(std::string_view text) {
    std::size_t dots = 0;
    std::size_t end = 0;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (std::u32string_view(U".,;:!?)]}\u201D\u2019\u00BB").find(c) == std::u32string_view::npos) {
            break;
        }
        dots += static_cast<std::size_t>(c == '.');
        end = position;
    }
    return dots > 1 || !is_blank_at(text, end) ? 0 : end;
}

} // namespace recital
