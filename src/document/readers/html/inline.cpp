// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/inline.h"

#include "base/strings.h"
#include "document/inline/markup.h"
#include "document/inline/normalise.h"
#include "document/inline/superscript.h"
#include "document/structure/broken_lines.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// "4,5", "6–8"
bool is_list_of_numbers(std::string_view text) {
    constexpr std::size_t max_length = 12;
    constexpr std::size_t max_digits = 3;
    std::size_t digits = 0;
    for (const char byte : text) {
        digits = byte >= '0' && byte <= '9' ? digits + 1 : 0;
        if (digits > max_digits) {
            return false;
        }
    }
    return text.size() <= max_length && digits > 0 && is_digits(text.substr(0, 1)) &&
           text.find_first_not_of("0123456789,;- \u2013") == std::string_view::npos;
}

/// Whether the text is a note mark: "3", "[12]", "†", "iv)".
bool is_note_mark(std::string_view text) {
    const std::string normalised = normalise_text(text);
    std::string_view mark = normalised;
    mark = trimmed(mark, "[]() .*");
    const bool number = (mark.size() <= 4 && is_digits(mark)) || is_list_of_numbers(mark);
    const bool letter = mark.size() == 1 && normalised.size() > 1 && mark[0] >= 'a' && mark[0] <= 'z';
    return number || letter || (mark.empty() && normalised.find('*') != std::string::npos) ||
           mark == "\u2020" || mark == "\u2021" || mark == "\u2191" || mark == "^";
}

bool is_small_letter(std::string_view text) {
    return text.size() == 1 && text[0] >= 'a' && text[0] <= 'z';
}

bool refers_inside(std::string_view target) {
    return target.starts_with('#') || target.find(".xhtml#") != std::string_view::npos ||
           target.find(".html#") != std::string_view::npos;
}

} // namespace

void InlineText::append(std::string_view text, std::size_t line) {
    line_ = text_.empty() ? line : line_;
    text_ += text;
}

void InlineText::open_mark(std::string_view element, std::string_view target) {
    marks_.push_back({std::string(element), text_.size(), element == "sup" || refers_inside(target)});
}

void InlineText::close_mark(std::string_view element, bool may_be_note) {
    if (marks_.empty() || marks_.back().element != element) {
        return;
    }
    const Mark mark = std::move(marks_.back());
    marks_.pop_back();
    if (mark.start > text_.size() || !mark.refers) {
        return;
    }
    const std::string_view written = std::string_view(text_).substr(mark.start);
    if (!is_note_mark(written) && !(element == "a" && is_small_letter(written))) {
        return;
    }
    // "see p. 62" refers to a page and is read; a note mark touches its word or is in brackets.
    const bool in_brackets = text_.find('[', mark.start) != std::string::npos;
    const std::string_view before = std::string_view(text_).substr(0, mark.start);
    const bool begins_block = trimmed(before).empty();
    const bool touches =
        !begins_block && std::string_view(" \t\r\n\f").find(before.back()) == std::string_view::npos;
    if (!touches && !begins_block && element != "sup" && !in_brackets) {
        return;
    }
    // A block that begins with a note mark is the note itself.
    is_note_ = is_note_ || (begins_block && element == "a" && may_be_note);
    const std::string read = element == "sup"
                                 ? read_superscript(before, std::string_view(text_).substr(mark.start))
                                 : std::string();
    removed_marks_.emplace_back(trimmed(std::string_view(text_).substr(mark.start)));
    const bool power = !read.empty() && static_cast<unsigned char>(read.front()) >= 0x80;
    text_.resize(mark.start);
    emphasis_.cut(mark.start);
    if (power) {
        text_ += read;
        removed_marks_.pop_back();
    }
}

void InlineText::part_digits() {
    if (!text_.empty() && is_digits(std::string_view(text_).substr(text_.size() - 1))) {
        text_ += ' ';
    }
}

void InlineText::append_wrapped(std::string_view text, std::size_t line, LineEnds& line_ends) {
    constexpr std::string_view blanks = " \n\t\r\f";
    while (!text.empty()) {
        if (wraps_) {
            // After a hyphen at a line's end, which may have come in another piece.
            const auto next = std::min(text.find_first_not_of(blanks), text.size());
            text.remove_prefix(next);
            if (text.empty()) {
                return;
            }
            wraps_ = false;
            std::string joined = text_;
            const std::string_view piece = text.substr(0, text.find('\n'));
            line_ends.append(joined, piece);
            emphasis_.cut(std::min(joined.size() - piece.size(), text_.size()));
            text_ = std::move(joined);
            text.remove_prefix(piece.size());
            continue;
        }
        const auto end = text.find('\n');
        append(text.substr(0, end), line);
        if (end == std::string_view::npos) {
            return;
        }
        text.remove_prefix(end + 1);
        wraps_ = dividing_hyphen(text_) > 0;
        text_ += wraps_ ? "" : " ";
    }
}

void InlineText::append_initial(std::string_view letter, std::size_t line) {
    append(letter, line);
    initial_end_ = text_.size();
    initial_is_picture_ = true;
}

void InlineText::open_initial(std::string_view element) {
    if (initial_end_ == 0 && trimmed(text_).empty()) {
        initial_element_ = element;
    }
}

void InlineText::close_initial(std::string_view element) {
    if (!initial_element_.empty() && initial_element_ == element) {
        initial_element_.clear();
        initial_end_ = drop_capital(trimmed(text_)).empty() ? 0 : text_.size();
    }
}

/// The blank after a drop capital is part of no word, and a picture's letter may be repeated by the text.
std::string InlineText::with_initial_joined(std::string text) const {
    if (initial_end_ == 0 || initial_end_ >= text.size() ||
        !text.starts_with(text_.substr(0, initial_end_))) {
        return text;
    }
    const std::string letter(drop_capital(trimmed(std::string_view(text).substr(0, initial_end_))));
    const std::string rest(trimmed(std::string_view(text).substr(initial_end_)));
    const bool blank = std::string_view(" \t\r\n").find(text[initial_end_]) != std::string_view::npos;
    if (initial_is_picture_ && !blank && rest.size() > letter.size() && rest.starts_with(letter)) {
        return text.substr(initial_end_);
    }
    return blank ? text.substr(0, initial_end_) + std::string(after_drop_capital(letter, rest)) + rest : text;
}

std::string InlineText::marked_text() const {
    return without_references(with_initial_joined(emphasis_.marked(text_)));
}

std::vector<EmphasisedText> InlineText::lines() const {
    std::vector<EmphasisedText> lines;
    const std::string marked = marked_text();
    for (std::string_view rest = marked; !rest.empty();) {
        const std::string_view line = cut_front(rest, '\n');
        if (EmphasisedText normalised = normalise_block(line); !normalised.text.empty()) {
            lines.push_back(std::move(normalised));
        }
    }
    return lines;
}

bool InlineText::is_emphasised() const {
    const std::string marked = emphasis_.marked(text_);
    const std::string_view all = trimmed(marked);
    const auto end = all.find(emphasis_end);
    return all.starts_with(emphasis_begin) && end != std::string_view::npos &&
           end + emphasis_end.size() == all.size();
}

std::vector<EmphasisedText> InlineText::running_lines(LineEnds& line_ends) const {
    return joined_lines(lines(), line_ends);
}

void InlineText::clear() {
    text_.clear();
    marks_.clear();
    emphasis_.clear();
    is_note_ = false;
    initial_element_.clear();
    initial_end_ = 0;
    initial_is_picture_ = false;
    wraps_ = false;
}

} // namespace recital
