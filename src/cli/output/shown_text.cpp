// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/shown_text.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

constexpr char32_t first_printable = 0x20;
constexpr char32_t delete_character = 0x7F;
constexpr char32_t last_control = 0x9F;
constexpr char32_t replacement = 0xFFFD;

/// What moves the cursor, ends a line, or shows text in another order than it is written in (Unicode Standard
/// Annex 9).
bool is_escaped(char32_t code_point) {
    return code_point < first_printable || (code_point >= delete_character && code_point <= last_control) ||
           code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
           (code_point >= 0x2028 && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string escape_of(char32_t code_point) {
    switch (code_point) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return code_point <= delete_character ? fmt::format("\\x{:02X}", static_cast<unsigned>(code_point))
                                              : fmt::format("\\u{:04X}", static_cast<unsigned>(code_point));
    }
}

/// Of ill-formed bytes.
std::string escape_of(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        text += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    }
    return text;
}

/// A character, or a run of ill-formed bytes, at the start of `rest`, which is shortened by it.
struct Character {
    std::string_view bytes;
    char32_t code_point = 0;

    explicit Character(std::string_view& rest) {
        std::size_t end = 0;
        code_point = next_code_point(rest, end);
        bytes = rest.substr(0, std::max<std::size_t>(end, 1));
        rest.remove_prefix(bytes.size());
    }

    [[nodiscard]] bool is_ill_formed() const { return code_point == replacement && bytes != "\xEF\xBF\xBD"; }

    [[nodiscard]] std::string shown() const {
        if (is_ill_formed()) {
            return escape_of(bytes);
        }
        return is_escaped(code_point) ? escape_of(code_point) : std::string(bytes);
    }
};

/// Cuts the printable ASCII characters off the start of `rest` and returns them: most texts are long runs of
/// them.
std::string_view cut_printable_ascii(std::string_view& rest) {
    const auto* const end = std::find_if(rest.begin(), rest.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < first_printable ||
               static_cast<unsigned char>(byte) >= delete_character;
    });
    const std::string_view run = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(run.size());
    return run;
}

std::string escaped(std::string_view text, bool keeps_line_ends) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        result += cut_printable_ascii(text);
        if (!text.empty()) {
            const Character character(text);
            const bool is_kept = keeps_line_ends && character.code_point == '\n';
            result += is_kept ? "\n" : character.shown();
        }
    }
    return result;
}

/// Ill-formed bytes are counted, too.
std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        (void)Character(text);
    }
    return count;
}

} // namespace

std::string shown_whole(std::string_view text) {
    return escaped(text, false);
}

std::string shown_lines(std::string_view text) {
    return escaped(text, true);
}

std::string shown(std::string_view text, std::size_t max_characters) {
    if (text.size() <= max_characters) {
        return shown_whole(text);
    }
    const std::size_t count = count_characters(text);
    if (count <= max_characters) {
        return shown_whole(text);
    }
    const std::size_t end_characters = max_characters / 4;
    const std::size_t start_characters = max_characters - end_characters;
    std::string result;
    for (std::size_t n = 0; n < count; ++n) {
        const Character character(text);
        if (n == start_characters) {
            result += fmt::format("[... {} characters ...]", count - max_characters);
        }
        if (n < start_characters || n >= count - end_characters) {
            result += character.shown();
        }
    }
    return result;
}

std::string shown_in_columns(std::string_view text, std::size_t columns) {
    constexpr std::string_view ellipsis = "...";
    constexpr std::size_t max_bytes_per_column = 64; // a character may have many combining marks
    const std::string all = shown_whole(prefix_on_character(text, columns * max_bytes_per_column));
    if (columns_of(all) <= columns && all.size() >= text.size()) {
        return all;
    }
    std::string result;
    for (std::string_view rest = all; !rest.empty();) {
        const Character character(rest);
        if (columns_of(result) + columns_of(character.bytes) + ellipsis.size() > columns) {
            break;
        }
        result += character.bytes;
    }
    return result += ellipsis;
}

std::string json_for_terminals(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    const std::string_view content = trimmed(json, "\n");
    for (std::string_view rest = content; !rest.empty();) {
        result += cut_printable_ascii(rest);
        if (rest.empty()) {
            break;
        }
        const Character character(rest);
        if (is_escaped(character.code_point) || character.is_ill_formed()) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(character.code_point));
        } else {
            result += character.bytes;
        }
    }
    return result.append(json.size() - content.size(), '\n');
}

} // namespace recital
