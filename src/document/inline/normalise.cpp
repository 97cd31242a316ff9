// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/normalise.h"

#include "base/unicode.h"

#include <array>

namespace recital {

namespace {

bool is_control(char32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
}

bool is_invisible(char32_t code_point) {
    return code_point == 0x00AD || code_point == 0x034F || code_point == 0x180E || code_point == 0x200B ||
           code_point == 0x200E || code_point == 0x200F || (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2060 && code_point <= 0x2069) || code_point == 0xFEFF;
}

/// Whether the character at the end of the text is a letter of a script in which joiners mean nothing: Latin,
/// Greek, Cyrillic.
bool ends_with_plain_letter(std::string_view text) {
    if (text.empty()) {
        return true;
    }
    std::size_t position = text.size() - 1;
    while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U) {
        --position;
    }
    const char32_t last = next_code_point(text, position);
    return last < 0x0530;
}

bool is_joiner(char32_t code_point) {
    return code_point == 0x200C || code_point == 0x200D;
}

/// Letters that older type set as one piece.
std::string_view ligature(char32_t code_point) {
    constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return code_point >= 0xFB00 && code_point <= 0xFB06 ? letters.at(code_point - 0xFB00)
                                                        : std::string_view();
}

/// Whether the text is plain ASCII with single spaces: most paragraphs, which need no work at all.
bool is_normalised_ascii(std::string_view text) {
    bool after_space = true;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x20 || value >= 0x7F || (byte == ' ' && after_space)) {
            return false;
        }
        after_space = byte == ' ';
    }
    return !after_space;
}

/// Whether the character stays as it is in normalisation form C, whatever its neighbours that stay are:
/// letters of Latin, Cyrillic, Hebrew and Arabic, quotation marks, dashes, Chinese characters, marks of
/// emphasis.
bool is_composed(char32_t code_point) {
    constexpr char32_t first_combining = 0x0300;
    return code_point < first_combining || (code_point >= 0x0400 && code_point <= 0x0482) ||
           (code_point >= 0x05D0 && code_point <= 0x05EA) || (code_point >= 0x0620 && code_point <= 0x064A) ||
           (code_point >= 0x2010 && code_point <= 0x2027) || (code_point >= 0x2030 && code_point <= 0x205E) ||
           (code_point >= 0x4E00 && code_point <= 0x9FFF) || code_point == 0xFDD0 || code_point == 0xFDD1;
}

/// The end of the characters of ASCII from `begin` on that are neither blanks nor control characters.
std::size_t after_visible_ascii(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && text[end] > ' ' && text[end] < '\x7F') {
        ++end;
    }
    return end;
}

} // namespace

std::string normalise_text(std::string_view text, Controls controls) {
    if (is_normalised_ascii(text)) {
        return std::string(text);
    }
    std::string normalised;
    normalised.reserve(text.size());
    bool space = false;
    bool composed = true;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        if (position = after_visible_ascii(text, start); position > start) {
            normalised.append(space ? 1 : 0, ' ').append(text, start, position - start);
            space = false;
            continue;
        }
        const char32_t code_point = next_code_point(text, position);
        if (code_point == ' ' || (code_point != 0x85 && is_space(code_point))) {
            space = !normalised.empty();
            continue;
        }
        if (is_invisible(code_point) || (is_joiner(code_point) && ends_with_plain_letter(normalised)) ||
            (controls == Controls::drop && is_control(code_point))) {
            continue;
        }
        if (space) {
            normalised += ' ';
            space = false;
        }
        composed = composed && is_composed(code_point);
        const std::string_view letters = ligature(code_point);
        normalised += letters.empty() ? text.substr(start, position - start) : letters;
    }
    return composed ? normalised : normalise_nfc(normalised);
}

} // namespace recital
