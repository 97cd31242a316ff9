// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace recital {

namespace {

/// Windows code page 1252, bytes 0x80 to 0x9F (Unicode Consortium, CP1252.TXT).
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// The byte that Windows-1252 decodes to the code point, if there is one above 0x7F.
std::optional<std::uint8_t> high_byte(char32_t code_point) {
    if (code_point >= 0x80 && code_point <= 0xFF) {
        return static_cast<std::uint8_t>(code_point);
    }
    const auto* const found = std::find(windows_1252.begin(), windows_1252.end(), code_point);
    if (found == windows_1252.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint8_t>(0x80 + (found - windows_1252.begin()));
}

std::size_t sequence_length(std::uint8_t lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// A capital letter before a sign of punctuation is ordinary ("MARQUÉ…"), and so is a sign before a sign
/// ("5×£35"): of the two-byte sequences only those of Latin letters and signs are taken, unless punctuation
/// follows.
bool is_convincing(std::uint8_t lead, char32_t second) {
    constexpr std::uint8_t last_of_latin = 0xC5;
    return lead <= last_of_latin && (second < 0x2010 || second > 0x2026);
}

/// Reads one UTF-8 sequence whose bytes stand in the text as characters; moves `position` behind it.
std::optional<std::string> read_disguised(std::string_view text, std::size_t& position) {
    std::size_t at = position;
    const auto lead = high_byte(next_code_point(text, at));
    const std::size_t length = lead ? sequence_length(*lead) : 0;
    if (length == 0) {
        return std::nullopt;
    }
    std::string bytes(1, static_cast<char>(*lead));
    while (bytes.size() < length && at < text.size()) {
        const char32_t code_point = next_code_point(text, at);
        const auto byte = high_byte(code_point);
        if (!byte || *byte < 0x80 || *byte > 0xBF) {
            return std::nullopt;
        }
        if (length == 2 && !is_convincing(*lead, code_point)) {
            return std::nullopt;
        }
        bytes += static_cast<char>(*byte);
    }
    if (bytes.size() < length || !is_utf8(bytes)) {
        return std::nullopt;
    }
    position = at;
    return bytes;
}

} // namespace

MendedText mend_mojibake(std::string_view text) {
    MendedText mended;
    std::size_t position = 0;
    while (position < text.size()) {
        if (static_cast<unsigned char>(text[position]) < 0x80) {
            mended.text += text[position++];
            continue;
        }
        const std::size_t start = position;
        if (auto read = read_disguised(text, position)) {
            mended.text += *read;
            mended.mends.push_back(
                {start, std::string(text.substr(start, position - start)), std::move(*read)});
        } else {
            (void)next_code_point(text, position);
            mended.text += text.substr(start, position - start);
        }
    }
    return mended;
}

} // namespace recital
