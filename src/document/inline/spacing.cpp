// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/spacing.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <array>

namespace recital {

namespace {

constexpr std::string_view straight = "'";
constexpr std::string_view curly = "\u2019";

bool is_letter_before(std::string_view text, std::size_t end) {
    const auto byte = end > 0 ? static_cast<unsigned char>(text[end - 1]) : 0U;
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// A word with a capital and a small letter after it: "He", not ".NET" or ".45".
bool begins_word_with_capital(std::string_view text) {
    std::size_t at = 0;
    if (text.empty() || !is_upper(next_code_point(text, at)) || at == text.size()) {
        return false;
    }
    return is_lower(next_code_point(text, at));
}

/// The byte after the ending of "He ' s", "didn \u2019 t" that begins at the blank at `blank`; npos if there
/// is none. `mark` is the apostrophe.
std::size_t after_ending(std::string_view text, std::size_t blank, std::string_view mark) {
    static constexpr std::array<std::string_view, 7> endings = {"s", "t", "re", "ve", "ll", "d", "m"};
    const std::string_view rest = text.substr(blank + 1);
    if (!rest.starts_with(mark) || !rest.substr(mark.size()).starts_with(' ')) {
        return npos;
    }
    const std::string_view word = rest.substr(mark.size() + 1);
    for (const std::string_view ending : endings) {
        const bool ends =
            word.size() == ending.size() ||
            (word.size() > ending.size() && std::string_view(" .,;:!?)").find(word[ending.size()]) != npos);
        if (word.starts_with(ending) && ends) {
            return text.size() - word.size() + ending.size();
        }
    }
    return npos;
}

/// A full stop or comma with a blank before it, at `blank`.
void add_mark(std::string_view text, std::size_t blank, std::vector<Edit>& edits) {
    const std::size_t mark = blank + 1;
    const std::string_view after = text.substr(mark + 1);
    const bool is_ellipsis = after.starts_with(" .") || after.starts_with('.') ||
                             (blank > 0 && (text[blank - 1] == '.' || text[blank - 1] == ' '));
    if (is_ellipsis) {
        return;
    }
    const std::string sign(1, text[mark]);
    if (after.empty() || after.starts_with(' ')) {
        edits.push_back({{blank, mark + 1}, sign});
    } else if (begins_word_with_capital(after) || (sign == "," && is_letter_before(after, 1))) {
        edits.push_back({{blank, mark + 1}, sign + ' '});
    }
}

/// Whether a blank precedes one of these bytes somewhere.
bool has_after_blank(std::string_view text, char byte) {
    for (std::size_t at = text.find(byte); at != npos; at = text.find(byte, at + 1)) {
        if (at > 0 && text[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<Edit> spacing_edits(std::string_view text) {
    std::vector<Edit> edits;
    const bool may_be_needed = has_after_blank(text, '.') || has_after_blank(text, ',') ||
                               has_after_blank(text, straight.front()) ||
                               has_after_blank(text, curly.front());
    if (!may_be_needed) {
        return edits;
    }
    for (std::size_t blank = text.find(' '); blank < text.size(); blank = text.find(' ', blank + 1)) {
        if (blank + 1 >= text.size() || !(is_letter_before(text, blank) || text[blank - 1] == ')')) {
            continue;
        }
        const char next = text[blank + 1];
        if (next == '.' || next == ',') {
            add_mark(text, blank, edits);
            continue;
        }
        for (const std::string_view mark : {straight, curly}) {
            if (const std::size_t end = after_ending(text, blank, mark); end != npos) {
                const std::size_t word = blank + 1 + mark.size() + 1;
                edits.push_back({{blank, word}, std::string(mark)});
                blank = end - 1;
                break;
            }
        }
    }
    return edits;
}

} // namespace recital
