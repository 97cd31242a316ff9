// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding.h"

#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace recital {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Windows code page 1252, bytes 0x80 to 0x9F (Unicode Consortium, CP1252.TXT); the five unassigned bytes
/// stay control characters. All other bytes are the code point of the same number.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string decode_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80) {
            text += byte;
        } else {
            append_utf8(text, value < 0xA0 ? windows_1252.at(value - 0x80U) : char32_t{value});
        }
    }
    return text;
}

bool is_text_control(char byte) {
    return byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\v' || byte == '\x1A' ||
           byte == '\x1B';
}

/// A NUL never stands in text, and text has hardly any control characters.
bool is_binary(std::string_view bytes) {
    std::size_t controls = 0;
    for (const char byte : bytes) {
        if (byte == '\0') {
            return true;
        }
        const auto value = static_cast<unsigned char>(byte);
        controls += static_cast<std::size_t>((value < 0x20 && !is_text_control(byte)) || value == 0x7F);
    }
    return controls * 10 > bytes.size();
}

/// Ends every line by '\n' alone; CR LF and a lone CR are line ends of other systems.
void unify_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) {
        return;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            text[kept++] = '\n';
            i += static_cast<std::size_t>(i + 1 < text.size() && text[i + 1] == '\n');
        } else {
            text[kept++] = text[i];
        }
    }
    text.resize(kept);
}

std::size_t line_of_first_high_byte(std::string_view bytes) {
    const auto* const first = std::find_if(
        bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
    return 1 + static_cast<std::size_t>(std::count(bytes.begin(), first, '\n'));
}

} // namespace

DecodedText decode_text(std::string_view bytes, const std::string& name) {
    if (bytes.starts_with(utf8_mark)) {
        bytes.remove_prefix(utf8_mark.size());
    }
    if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
        throw Error(ErrorKind::input, "the file is empty: give a file that holds the biography's text",
                    {name, 0});
    }
    if (is_binary(bytes)) {
        throw Error(ErrorKind::input,
                    "this is not text but binary data: save the biography as plain text and give that file",
                    {name, 0});
    }
    DecodedText decoded;
    if (is_utf8(bytes)) {
        decoded.text = bytes;
        decoded.encoding = "UTF-8";
    } else {
        decoded.text = decode_windows_1252(bytes);
        decoded.encoding = "windows-1252";
        decoded.diagnostics.push_back({"the bytes are not UTF-8; they were read as Windows-1252: save the "
                                       "file as UTF-8 if letters look wrong",
                                       {name, line_of_first_high_byte(bytes)}});
    }
    unify_line_ends(decoded.text);
    return decoded;
}

} // namespace recital
