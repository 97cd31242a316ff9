// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/emphasis.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/normalise.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

bool has_marks(std::string_view text) {
    return text.find(emphasis_begin) != std::string_view::npos ||
           text.find(emphasis_end) != std::string_view::npos;
}

/// Removes the marks and records the spans between them, without blanks at their ends.
EmphasisedText taken_out(std::string_view marked) {
    EmphasisedText taken;
    std::size_t begin = npos; // of the emphasis that is open
    for (std::size_t position = 0; position < marked.size();) {
        const auto sign = std::min(marked.find(emphasis_begin.front(), position), marked.size());
        taken.text.append(marked, position, sign - position);
        position = sign;
        const std::string_view rest = marked.substr(position);
        if (rest.starts_with(emphasis_begin)) {
            begin = taken.text.size();
            position += emphasis_begin.size();
        } else if (rest.starts_with(emphasis_end)) {
            const std::size_t first = begin == npos ? npos : taken.text.find_first_not_of(' ', begin);
            if (first != npos) {
                taken.emphases.push_back({first, taken.text.find_last_not_of(' ') + 1});
            }
            begin = npos;
            position += emphasis_end.size();
        } else if (!rest.empty()) {
            taken.text += marked[position++];
        }
    }
    return taken;
}

/// Moves blanks outside the marks, so that a mark does not change which characters are neighbours.
std::string with_blanks_outside(std::string_view marked) {
    const EmphasisedText taken = taken_out(marked);
    std::string settled;
    std::size_t position = 0;
    for (const TextRange& range : taken.emphases) {
        settled.append(taken.text, position, range.begin - position);
        settled += emphasis_begin;
        settled.append(taken.text, range.begin, range.end - range.begin);
        settled += emphasis_end;
        position = range.end;
    }
    return settled.append(taken.text, position);
}

bool is_emphasis_sign(char byte) {
    return byte == '_' || byte == '*';
}

/// An asterisk that neither emphasises nor refers to a note: one or several, surrounded only by blanks and a
/// bracket ("A ** B", "(* 13 September 1819"), and the asterisk of a date of birth directly before the date
/// ("(*1819") if no other one closes after it.
bool stands_for_itself(std::string_view text, std::size_t sign) {
    if (text[sign] != '*') {
        return false;
    }
    constexpr std::string_view openings = " ([";
    const auto last = text.find_last_not_of('*', sign);
    const auto after = text.find_first_not_of('*', sign);
    if (last != std::string_view::npos && openings.find(text[last]) == std::string_view::npos) {
        return false;
    }
    if (after == std::string_view::npos || text[after] == ' ') {
        return true;
    }
    const auto next = text.find('*', after);
    const bool closes =
        next != std::string_view::npos && openings.find(text[next - 1]) == std::string_view::npos;
    return text[after] >= '0' && text[after] <= '9' && !closes;
}

/// The position after the sign in "10_s._", where it opens emphasis although it is inside a word.
bool opens_after_number(std::string_view text, std::size_t sign) {
    constexpr std::size_t max_length = 8;
    const bool number = sign > 0 && text[sign - 1] >= '0' && text[sign - 1] <= '9';
    const auto reach = text.substr(0, sign + max_length);
    const auto close = reach.find(text[sign], sign + 1);
    return number && close != std::string_view::npos && close > sign + 1 && reach[close - 1] == '.' &&
           reach.substr(sign + 1, close - sign - 2).find_first_of(" 0123456789") == std::string_view::npos;
}

/// "=music=", bold type as marked by transcribers: the position of the sign that closes the one at `sign`;
/// npos if that is a plain sign.
std::size_t closing_equals_sign(std::string_view text, std::size_t sign) {
    constexpr std::size_t max_length = 200;
    const bool opens = sign + 1 < text.size() && is_word_byte(text[sign + 1]) &&
                       (sign == 0 || !is_word_byte(text[sign - 1])) && (sign == 0 || text[sign - 1] != '=');
    const auto close = opens ? text.substr(0, sign + max_length).find('=', sign + 1) : std::string_view::npos;
    const bool closes =
        close != std::string_view::npos && text[close - 1] != ' ' &&
        (close + 1 == text.size() || (!is_word_byte(text[close + 1]) && text[close + 1] != '='));
    return closes ? close : std::string_view::npos;
}

} // namespace

std::string with_emphasis_marks(std::string_view text) {
    static constexpr ByteSet signs("_*=");
    if (!signs.is_in(text)) {
        return std::string(text);
    }
    std::string result;
    char open = '\0'; // the sign after which emphasis began
    std::size_t bold_end = std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t sign = std::min(signs.find_in(text, i), text.size());
        result.append(text, i, sign - i);
        i = sign;
        if (i == text.size()) {
            break;
        }
        if (text[i] == '=' && open == '\0' && bold_end == std::string_view::npos) {
            bold_end = closing_equals_sign(text, i);
            if (bold_end != std::string_view::npos) {
                open = '=';
                result += emphasis_begin;
                continue;
            }
        } else if (i == bold_end) {
            bold_end = std::string_view::npos;
            open = '\0';
            result += emphasis_end;
            continue;
        }
        if (!is_emphasis_sign(text[i])) {
            result += text[i];
            continue;
        }
        const char before = i == 0 ? ' ' : text[i - 1];
        const char after = i + 1 == text.size() ? ' ' : text[i + 1];
        const bool after_number = open == '\0' && opens_after_number(text, i);
        // Inside a word, between blanks and alone in brackets the sign is a plain character.
        const bool is_text = (is_word_byte(before) && is_word_byte(after)) ||
                             (before == ' ' && after == ' ') || (before == '[' && after == ']') ||
                             stands_for_itself(text, i);
        if (is_text && !after_number) {
            result += text[i];
        } else if (after_number ||
                   (open == '\0' && after != ' ' && !is_word_byte(before) && before != text[i])) {
            open = text[i];
            result += emphasis_begin;
        } else if (open == text[i] && before != ' ' && !is_word_byte(after) && before != open) {
            open = '\0';
            result += emphasis_end;
        }
    }
    return result;
}

std::string without_emphasis_marks(std::string_view text) {
    return has_marks(text) ? taken_out(text).text : std::string(text);
}

EmphasisedText normalise_block(std::string_view marked) {
    if (!has_marks(marked)) {
        return {normalise_text(marked), {}};
    }
    // Emphasis does not change the text itself: it is the same as without emphasis.
    EmphasisedText taken = taken_out(marked);
    const std::string text = normalise_text(taken.text);
    if (taken.text == text) {
        return taken;
    }
    EmphasisedText block = taken_out(normalise_text(with_blanks_outside(marked)));
    if (block.text != text) {
        return {text, {}};
    }
    return block;
}

bool is_emphasis_element(std::string_view name) {
    constexpr std::array<std::string_view, 4> elements = {"em", "i", "strong", "b"};
    return std::find(elements.begin(), elements.end(), name) != elements.end();
}

void EmphasisLog::open(std::size_t position) {
    if (depth_++ == 0) {
        begin_ = position;
    }
}

void EmphasisLog::close(std::size_t position) {
    if (depth_ == 0 || --depth_ > 0) {
        return;
    }
    if (begin_ < position) {
        ranges_.push_back({begin_, position});
    }
}

void EmphasisLog::cut(std::size_t position) {
    while (!ranges_.empty() && ranges_.back().end > position) {
        ranges_.back().end = position;
        if (ranges_.back().begin < position) {
            break;
        }
        ranges_.pop_back();
    }
    begin_ = std::min(begin_, position);
}

void EmphasisLog::clear() {
    ranges_.clear();
    begin_ = 0;
}

std::string EmphasisLog::marked(std::string_view text) const {
    std::string marked;
    std::size_t position = 0;
    for (const TextRange& range : ranges_) {
        marked += text.substr(position, range.begin - position);
        marked += emphasis_begin;
        marked += text.substr(range.begin, range.end - range.begin);
        marked += emphasis_end;
        position = range.end;
    }
    marked += text.substr(position);
    return marked;
}

} // namespace recital
