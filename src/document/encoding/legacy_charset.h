// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recital {

/// A single-byte encoding of which the lower half is ASCII, as decoders apply it in practice: a byte that the
/// encoding leaves unassigned becomes the C1 control character of the same number, and such a control
/// character stands for its byte again.
class LegacyCharset {
public:
    /// `name` is one that ICU knows ("windows-1252"). Throws an `internal` error for any other.
    explicit LegacyCharset(std::string name);

    [[nodiscard]] const std::string& name() const { return name_; }

    /// The byte, 0x80 or above, that decodes to the code point; `nullopt` if there is none.
    [[nodiscard]] std::optional<std::uint8_t> byte_of(char32_t code_point) const {
        const auto found = code_point < near_.size() ? near_[code_point] : far_byte_of(code_point);
        return found == 0 ? std::nullopt : std::optional(found);
    }

    /// The code point of a byte, which must be 0x80 or above.
    [[nodiscard]] char32_t code_point_of(std::uint8_t byte) const { return decoded_.at(byte - 0x80U); }

    /// Bytes 0x80 to 0xBF that decode to control characters, which careless software loses.
    [[nodiscard]] const std::vector<std::uint8_t>& control_bytes() const { return control_bytes_; }

    /// The bytes as UTF-8.
    [[nodiscard]] std::string decode(std::string_view bytes) const;

private:
    void encode(char32_t code_point, std::uint8_t byte);
    [[nodiscard]] std::uint8_t far_byte_of(char32_t code_point) const;

    std::string name_;
    std::array<char32_t, 128> decoded_{};
    std::array<std::uint8_t, 0x2600> near_{};        ///< by code point; 0 if there is no byte
    std::unordered_map<char32_t, std::uint8_t> far_; ///< the few from U+2600 on
    std::vector<std::uint8_t> control_bytes_;
};

/// The charset of that name, made on first use and kept until the program ends. Throws an `internal` error if
/// ICU does not know the name.
[[nodiscard]] const LegacyCharset& legacy_charset(std::string_view name);

} // namespace recital
