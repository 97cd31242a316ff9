// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

namespace recital::testing_support {

/// A row of tests/data/messages/hostile.tsv.
struct HostileText {
    std::string name;
    std::string text;
    std::string shown;
};

inline void PrintTo(const HostileText& row, std::ostream* out) {
    *out << row.name;
}

/// The text with "\xHH" as a byte and "\uHHHH" as a character of two or three bytes in UTF-8.
inline std::string unescaped(const std::string& text) {
    constexpr int hexadecimal = 16;
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            result += text[at];
            continue;
        }
        const std::size_t digits = text[at + 1] == 'x' ? 2 : 4;
        const auto value =
            static_cast<std::uint32_t>(std::stoul(text.substr(at + 2, digits), nullptr, hexadecimal));
        const auto put = [&result](std::uint32_t byte) { result += static_cast<char>(byte); };
        if (digits == 2) {
            put(value);
        } else if (value < 0x800) {
            put(0xC0 | (value >> 6U));
            put(0x80 | (value & 0x3FU));
        } else {
            put(0xE0 | (value >> 12U));
            put(0x80 | ((value >> 6U) & 0x3FU));
            put(0x80 | (value & 0x3FU));
        }
        at += 1 + digits;
    }
    return result;
}

inline std::vector<HostileText> hostile_texts() {
    std::vector<HostileText> rows;
    std::ifstream file(std::string(RECITAL_SOURCE_DIR) + "/tests/data/messages/hostile.tsv");
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (!line.starts_with('#')) {
            rows.push_back({line.substr(0, first), unescaped(line.substr(first + 1, second - first - 1)),
                            line.substr(second + 1)});
        }
    }
    return rows;
}

/// "lineEnd" for "line end"
inline std::string test_name(std::string name) {
    std::string result;
    bool is_new_word = false;
    for (const char sign : name) {
        const auto byte = static_cast<unsigned char>(sign);
        if (std::isalnum(byte) != 0) {
            result += is_new_word ? static_cast<char>(std::toupper(byte)) : sign;
        }
        is_new_word = std::isalnum(byte) == 0;
    }
    return result;
}

/// True if the text has nothing that a terminal obeys, other than line ends, and nothing that turns the
/// direction of writing. `text` is UTF-8.
inline bool is_harmless(const std::string& text) {
    const bool has_control = std::any_of(text.begin(), text.end(), [](char sign) {
        const auto byte = static_cast<unsigned char>(sign);
        return (byte < 0x20 && sign != '\n') || byte == 0x7F;
    });
    bool has_other = false;
    for (unsigned last = 0x80; last < 0xA0; ++last) {
        has_other =
            has_other || text.find(std::string("\xC2") + static_cast<char>(last)) != std::string::npos;
    }
    for (const char* const sign : {"\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B",
                                   "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
        has_other = has_other || text.find(sign) != std::string::npos;
    }
    return !has_control && !has_other;
}

} // namespace recital::testing_support
