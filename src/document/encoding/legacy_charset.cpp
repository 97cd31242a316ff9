// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/legacy_charset.h"

#include "base/error.h"
#include "base/unicode.h"

#include <unicode/ucnv.h>

#include <functional>
#include <map>
#include <memory>

namespace recital {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status) != 0) {
        throw Error(ErrorKind::internal, "the encoding " + name + " is not known to ICU");
    }
    return converter;
}

char32_t decode_byte(UConverter* converter, std::uint8_t byte) {
    constexpr char32_t replacement = 0xFFFD;
    ucnv_reset(converter);
    const char source = static_cast<char>(byte);
    const char* at = &source;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 code_point = ucnv_getNextUChar(converter, &at, at + 1, &status);
    const bool unassigned = U_FAILURE(status) != 0 || static_cast<char32_t>(code_point) == replacement;
    return unassigned ? char32_t{byte} : static_cast<char32_t>(code_point);
}

} // namespace

LegacyCharset::LegacyCharset(std::string name) : name_(std::move(name)) {
    const Converter converter = open_converter(name_);
    for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
        encode(char32_t{byte}, static_cast<std::uint8_t>(byte));
    }
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
        const char32_t code_point = decode_byte(converter.get(), static_cast<std::uint8_t>(byte));
        decoded_.at(byte - 0x80U) = code_point;
        encode(code_point, static_cast<std::uint8_t>(byte));
        if (byte < 0xC0 && code_point >= 0x80 && code_point < 0xA0) {
            control_bytes_.push_back(static_cast<std::uint8_t>(byte));
        }
    }
}

/// The first byte that decodes to a code point stands for it.
void LegacyCharset::encode(char32_t code_point, std::uint8_t byte) {
    if (code_point >= near_.size()) {
        far_.emplace(code_point, byte);
    } else if (near_.at(code_point) == 0) {
        near_.at(code_point) = byte;
    }
}

std::uint8_t LegacyCharset::far_byte_of(char32_t code_point) const {
    const auto found = far_.find(code_point);
    return found == far_.end() ? std::uint8_t{0} : found->second;
}

std::string LegacyCharset::decode(std::string_view bytes) const {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::size_t high = find_non_ascii(bytes, at);
        text.append(bytes, at, high - at);
        at = high;
        if (high < bytes.size()) {
            append_utf8(text, code_point_of(static_cast<std::uint8_t>(bytes[high])));
        }
    }
    return text;
}

const LegacyCharset& legacy_charset(std::string_view name) {
    static std::map<std::string, LegacyCharset, std::less<>> charsets;
    const auto found = charsets.find(name);
    return found != charsets.end() ? found->second
                                   : charsets.try_emplace(std::string(name), std::string(name)).first->second;
}

} // namespace recital
