// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"

#include "base/error.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

// ICU's UTF-8 macros narrow deliberately where they are expanded.
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

namespace recital {

namespace {

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

void require(UErrorCode status, std::string_view what) {
    if (U_FAILURE(status) != 0) {
        throw Error(ErrorKind::internal, std::string(what) + " failed: " + u_errorName(status));
    }
}

/// The high bit of each of eight bytes.
constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

constexpr std::uint64_t in_each_byte(unsigned char value) {
    return high_bits / 0x80 * value;
}

/// The case folding of ASCII, of eight bytes at once. With 0x80 - limit added, a byte from the limit on has
/// its high bit set.
std::string fold_ascii(std::string_view text) {
    std::string folded(text);
    std::size_t position = 0;
    for (std::uint64_t word = 0; position + sizeof word <= folded.size(); position += sizeof word) {
        std::memcpy(&word, folded.data() + position, sizeof word);
        const std::uint64_t from_a = word + in_each_byte(0x80 - 'A');
        const std::uint64_t after_z = word + in_each_byte(0x80 - 'Z' - 1);
        word |= (from_a & ~after_z & high_bits) >> 2U; // 0x20, by which a small letter differs
        std::memcpy(folded.data() + position, &word, sizeof word);
    }
    for (; position < folded.size(); ++position) {
        const char byte = folded[position];
        folded[position] = is_ascii_upper(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return folded;
}

} // namespace

std::string normalise_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    require(status, "Unicode normalisation");
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
    require(status, "Unicode normalisation");
    return result;
}

std::string fold_case(std::string_view text) {
    if (find_non_ascii(text) == text.size()) { // the library takes much longer for a word
        return fold_ascii(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
    require(status, "Unicode case folding");
    return result;
}

std::size_t find_non_ascii(std::string_view text, std::size_t position) {
    for (std::uint64_t word = 0; position + sizeof word <= text.size(); position += sizeof word) {
        std::memcpy(&word, text.data() + position, sizeof word);
        if ((word & high_bits) != 0) {
            break;
        }
    }
    while (position < text.size() && static_cast<unsigned char>(text[position]) < 0x80) {
        ++position;
    }
    return position;
}

bool is_utf8(std::string_view bytes) {
    std::size_t position = 0;
    while ((position = find_non_ascii(bytes, position)) < bytes.size()) {
        UChar32 code_point = 0;
        U8_NEXT(bytes, position, bytes.size(), code_point);
        if (code_point < 0) {
            return false;
        }
    }
    return true;
}

void append_utf8(std::string& text, char32_t code_point) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    UBool failed = 0;
    U8_APPEND(bytes, length, bytes.size(), static_cast<UChar32>(code_point), failed);
    if (failed == 0) {
        text.append(bytes.data(), length);
    }
}

std::string_view prefix_on_character(std::string_view text, std::size_t max_bytes) {
    std::size_t end = std::min(max_bytes, text.size());
    while (end > 0 && end < text.size() && U8_IS_TRAIL(text[end])) {
        --end;
    }
    return text.substr(0, end);
}

std::size_t count_code_points(std::string_view text) {
    const std::size_t ascii = find_non_ascii(text);
    text.remove_prefix(ascii);
    return ascii + static_cast<std::size_t>(
                       std::count_if(text.begin(), text.end(), [](char byte) { return !U8_IS_TRAIL(byte); }));
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    bool is_joined = false; // to what is before, by a zero-width joiner
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const auto code_point = static_cast<UChar32>(next_code_point(text, position));
        position = std::max(position, begin + 1);
        constexpr UChar32 joiner = 0x200D;
        constexpr unsigned marks = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
        const bool is_combined = is_joined || (U_MASK(u_charType(code_point)) & marks) != 0 ||
                                 u_hasBinaryProperty(code_point, UCHAR_EMOJI_MODIFIER) != 0;
        is_joined = code_point == joiner;
        if (is_combined) {
            continue;
        }
        const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
        columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return columns;
}

std::string padded_to_columns(std::string text, std::size_t columns) {
    const std::size_t taken = columns_of(text);
    text.append(columns > taken ? columns - taken : 0, ' ');
    return text;
}

namespace beyond_ascii {

char32_t next_code_point(std::string_view text, std::size_t& position) {
    constexpr char32_t replacement = 0xFFFD;
    if (position >= text.size()) {
        return replacement;
    }
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(text, position, text.size(), code_point);
    return static_cast<char32_t>(code_point);
}

bool is_letter(char32_t code_point) {
    return u_isalpha(static_cast<UChar32>(code_point)) != 0;
}
bool is_upper(char32_t code_point) {
    return u_isupper(static_cast<UChar32>(code_point)) != 0;
}
bool is_lower(char32_t code_point) {
    return u_islower(static_cast<UChar32>(code_point)) != 0;
}
bool is_digit(char32_t code_point) {
    return u_isdigit(static_cast<UChar32>(code_point)) != 0;
}
bool is_space(char32_t code_point) {
    return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

} // namespace beyond_ascii

bool starts_upper(std::string_view text) {
    if (text.empty() || is_ascii(text[0])) {
        return !text.empty() && is_ascii_upper(text[0]);
    }
    std::size_t position = 0;
    return is_upper(next_code_point(text, position));
}

bool starts_lower(std::string_view text) {
    if (text.empty() || is_ascii(text[0])) {
        return !text.empty() && is_ascii_lower(text[0]);
    }
    std::size_t position = 0;
    return is_lower(next_code_point(text, position));
}

} // namespace recital
