// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/encoding.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/encoding/legacy_charset.h"
#include "document/encoding/legacy_guess.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace recital {

namespace {

struct ByteOrderMark {
    std::string_view bytes;
    const char* encoding;
};

using namespace std::string_view_literals;

/// The longer mark first: UTF-32 begins like UTF-16.
constexpr std::array byte_order_marks = {
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"}, ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"}};

constexpr std::string_view blank = " \t\r\n\f\v";

/// A NUL never stands in text, and text has hardly any of the control characters that lay out nothing.
bool is_binary(std::string_view bytes) {
    static constexpr ByteSet odd("\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17"
                                 "\x18\x19\x1C\x1D\x1E\x1F\x7F");
    const auto controls =
        std::count_if(bytes.begin(), bytes.end(), [](char byte) { return odd.contains(byte); });
    return bytes.find('\0') != npos || controls * 10 > std::ssize(bytes);
}

/// UTF-16 without a mark: of alphabetic scripts from Latin to Arabic (U+0000 to U+06FF) every other byte is
/// the small number of a page, and is zero at least for blanks.
const char* unmarked_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 4096);
    if (bytes.size() < 4 || bytes.size() % 2 != 0) {
        return nullptr;
    }
    constexpr char last_page = 0x06;
    std::array<std::size_t, 2> zeros{};
    std::array<std::size_t, 2> pages{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        zeros.at(i % 2) += static_cast<std::size_t>(sample[i] == '\0');
        pages.at(i % 2) += static_cast<std::size_t>(sample[i] >= 0 && sample[i] <= last_page);
    }
    const std::size_t units = sample.size() / 2;
    const auto holds_pages = [&](std::size_t side) {
        const bool latin = zeros.at(side) * 2 > units;
        const bool other =
            pages.at(side) * 10 > units * 9 && zeros.at(side) * 50 > units && pages.at(1 - side) * 10 < units;
        return (latin || other) && zeros.at(1 - side) * 20 < units;
    };
    if (holds_pages(1)) {
        return "UTF-16LE";
    }
    return holds_pages(0) ? "UTF-16BE" : nullptr;
}

/// Ends every line by '\n' alone; CR LF and a lone CR are line ends of other systems.
void unify_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) {
        return;
    }
    std::string unified;
    unified.reserve(text.size());
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\r', from), text.size());
        unified.append(text, from, end - from);
        unified.append(end < text.size() ? 1 : 0, '\n');
        from = end + (std::string_view(text).substr(end).starts_with("\r\n") ? 2 : 1);
    }
    text = std::move(unified);
}

bool is_high(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
}

std::size_t line_of(std::string_view bytes, std::size_t position) {
    return 1 + static_cast<std::size_t>(
                   std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

std::size_t line_of_first_high_byte(std::string_view bytes) {
    const auto* const first = std::find_if(bytes.begin(), bytes.end(), is_high);
    return line_of(bytes, static_cast<std::size_t>(first - bytes.begin()));
}

/// How much of the bytes is UTF-8.
struct Utf8Census {
    std::size_t sequences = 0; ///< well-formed ones of several bytes
    std::size_t bad_bytes = 0;
    std::size_t first_bad = 0;
    std::size_t cut_until = 0; ///< bytes at the front that are the rest of a sequence
    std::size_t cut_from = 0;  ///< where the bytes end inside a sequence; their size where they do not
};

/// Bytes that the lead asks for; 1 for what leads no sequence.
std::size_t expected_length(unsigned char lead) {
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : (lead >= 0xE0 ? 3 : (lead >= 0xC2 ? 2 : 1));
}

Utf8Census take_census(std::string_view bytes) {
    Utf8Census census;
    census.cut_from = bytes.size();
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    while (census.cut_until < std::min<std::size_t>(bytes.size(), 3) && continues(bytes[census.cut_until])) {
        ++census.cut_until;
    }
    for (std::size_t position = census.cut_until; position < bytes.size();) {
        const std::size_t start = find_non_ascii(bytes, position);
        if (position = start; start == bytes.size()) {
            break;
        }
        const std::size_t length = expected_length(static_cast<unsigned char>(bytes[start]));
        const std::string_view rest = bytes.substr(start);
        if (length > 1 && rest.size() < length && std::all_of(rest.begin() + 1, rest.end(), continues)) {
            census.cut_from = start;
            break;
        }
        if (next_code_point(bytes, position) == U'\uFFFD' && bytes.substr(start, 3) != "\uFFFD") {
            census.first_bad = census.bad_bytes == 0 ? start : census.first_bad;
            ++census.bad_bytes;
            position = start + 1;
        } else {
            ++census.sequences;
        }
    }
    return census;
}

/// A few bad bytes among many good sequences are damage, not another encoding. A lone capital of Western
/// Europe at the very end is no word's end but a sequence that was cut.
bool is_mostly_utf8(const Utf8Census& census, std::string_view bytes) {
    if (census.sequences > 0) {
        return census.bad_bytes * 3 <= census.sequences || census.bad_bytes == 0;
    }
    const std::string_view cut = bytes.substr(census.cut_from);
    return census.bad_bytes == 0 &&
           (cut.size() > 1 || (cut.size() == 1 && static_cast<unsigned char>(cut[0]) < 0xE0));
}

/// Reads bad bytes as Windows-1252 and leaves out sequences that the ends of the bytes cut.
std::string patched_utf8(std::string_view bytes, const Utf8Census& census) {
    const LegacyCharset& fallback = legacy_charset("windows-1252");
    const std::string_view whole = bytes.substr(0, census.cut_from);
    std::string text;
    text.reserve(bytes.size() + census.bad_bytes * 2);
    for (std::size_t position = census.cut_until; position < whole.size();) {
        const std::size_t start = position;
        const char32_t code_point = next_code_point(whole, position);
        if (code_point != U'\uFFFD' || whole.substr(start, 3) == "\uFFFD") {
            text += whole.substr(start, position - start);
        } else {
            append_utf8(text, fallback.code_point_of(static_cast<std::uint8_t>(whole[start])));
            position = start + 1;
        }
    }
    return text;
}

[[noreturn]] void refuse(const char* message, const std::string& name) {
    throw Error(ErrorKind::input, message, {name, 0});
}

void refuse_blank(std::string_view bytes, const std::string& name) {
    if (bytes.find_first_not_of(blank) == std::string_view::npos) {
        refuse("the file is empty: give a file that contains the text of the biography", name);
    }
}

/// The encoding that is certain from the bytes alone, and the bytes without its mark.
std::optional<std::string> certain_encoding(std::string_view& bytes) {
    for (const ByteOrderMark& mark : byte_order_marks) {
        if (bytes.starts_with(mark.bytes)) {
            bytes.remove_prefix(mark.bytes.size());
            return mark.encoding;
        }
    }
    return std::nullopt;
}

DecodedText decode_by_evidence(std::string_view bytes, const std::string& name, const std::string& declared) {
    const bool declares_utf8 = fold_case(declared).starts_with("utf");
    if (!declared.empty() && !declares_utf8) {
        if (auto text = decode_as(bytes, declared)) {
            return {std::move(*text), declared, {}};
        }
    }
    const Utf8Census census = take_census(bytes);
    if (declares_utf8 || is_mostly_utf8(census, bytes)) {
        const bool cut = census.cut_from < bytes.size() || census.cut_until > 0;
        const std::size_t where = census.bad_bytes > 0 ? census.first_bad : census.cut_from % bytes.size();
        return {
            patched_utf8(bytes, census),
            "UTF-8",
            {{census.bad_bytes == 0 && cut
                  ? std::string("the text begins or ends inside a character, which was skipped: the file may "
                                "be cut off")
                  : fmt::format("{} bytes of the UTF-8 text are not UTF-8; they were read as Windows-1252",
                                census.bad_bytes),
              {name, line_of(bytes, where)}}}};
    }
    LegacyGuess guess = guess_legacy_encoding(bytes);
    return {std::move(guess.text),
            guess.encoding,
            {{fmt::format("the bytes are not UTF-8; they were read as {}: if letters look wrong, give the "
                          "encoding with --encoding, or save the file as UTF-8",
                          guess.encoding),
              {name, line_of_first_high_byte(bytes)}}}};
}

/// The encoding of East Asia whose escape sequences the bytes have; they are ASCII otherwise (RFC 1468, RFC
/// 1557).
const char* escaped_encoding(std::string_view bytes) {
    constexpr std::array<std::pair<std::string_view, const char*>, 3> escapes = {
        {{"\x1B$B", "ISO-2022-JP"}, {"\x1B$@", "ISO-2022-JP"}, {"\x1B$)C", "ISO-2022-KR"}}};
    const auto* const found = bytes.find('\x1B') == std::string_view::npos
                                  ? escapes.end()
                                  : std::find_if(escapes.begin(), escapes.end(), [bytes](const auto& escape) {
                                        return bytes.find(escape.first) != std::string_view::npos;
                                    });
    return found == escapes.end() ? nullptr : found->second;
}

DecodedText decode_bytes(std::string_view bytes, const std::string& name, const std::string& forced,
                         const std::string& declared) {
    const auto marked = certain_encoding(bytes);
    if (const std::string& named = marked ? *marked : forced; !named.empty()) {
        if (named == "UTF-8" && is_utf8(bytes)) {
            return {std::string(bytes), named, {}};
        }
        auto text = decode_as(bytes, named);
        if (!text) {
            throw Error(
                ErrorKind::usage,
                fmt::format("unknown encoding \"{}\": give a name such as UTF-8, windows-1252 or ISO-8859-2",
                            named),
                {name, 0});
        }
        return {std::move(*text), named, {}};
    }
    if (const char* utf16 = unmarked_utf16(bytes); utf16 != nullptr) {
        return {
            decode_as(bytes, utf16).value_or(""),
            utf16,
            {{fmt::format("the text was read as {}, although it has no byte order mark", utf16), {name, 1}}}};
    }
    refuse_blank(bytes, name);
    if (is_binary(bytes)) {
        refuse("this is not text but binary data: save the biography as plain text and give that file", name);
    }
    if (const char* escaped = escaped_encoding(bytes); escaped != nullptr) {
        return {
            decode_as(bytes, escaped).value_or(""),
            escaped,
            {{fmt::format("the text was read as {}, whose escape sequences it has", escaped), {name, 1}}}};
    }
    if (is_utf8(bytes)) {
        return {std::string(bytes), "UTF-8", {}};
    }
    return decode_by_evidence(bytes, name, declared);
}

} // namespace

std::optional<std::string> decode_as(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status) != 0) {
        return std::nullopt;
    }
    const icu::UnicodeString units(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                   status);
    std::string text;
    units.toUTF8String(text);
    return U_FAILURE(status) == 0 ? std::optional(std::move(text)) : std::nullopt;
}

DecodedText decode_text(std::string_view bytes, const std::string& name, const std::string& forced,
                        const std::string& declared) {
    if (bytes.empty()) {
        refuse_blank(bytes, name);
    }
    DecodedText decoded = decode_bytes(bytes, name, forced, declared);
    refuse_blank(decoded.text, name);
    if (decoded.text.find('\0') != std::string::npos) {
        refuse("this is not text but binary data: save the biography as plain text and give that file", name);
    }
    unify_line_ends(decoded.text);
    return decoded;
}

} // namespace recital
