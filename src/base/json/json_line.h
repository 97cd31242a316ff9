// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace recital {

using OrderedJson = nlohmann::ordered_json;

/// What is wrong with a line that one of our own files should have.
class MalformedLine : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The object as one line, without the line break. Its last field is then `checksum`: the XXH3-64 (seed 0) of
/// all bytes before it, as 16 hexadecimal digits.
[[nodiscard]] std::string to_checked_line(const OrderedJson& object);

/// The object of a line. Throws MalformedLine if it is no JSON object or nested more than 8 levels deep.
[[nodiscard]] OrderedJson parse_line(std::string_view line);

/// Throws MalformedLine unless the line ends in the checksum of all that precedes it.
void check_checksum(std::string_view line);

/// Text as JSON. JSON holds Unicode only, but the name of a file may be any bytes: those are written as an
/// object with hexadecimal digits.
[[nodiscard]] OrderedJson json_of_text(const std::string& text);

// Fields of an object. All throw MalformedLine if the field is missing or has another type.

[[nodiscard]] const OrderedJson& field(const OrderedJson& object, const char* name);
[[nodiscard]] bool bool_of(const OrderedJson& object, const char* name);
[[nodiscard]] std::string string_of(const OrderedJson& object, const char* name);
[[nodiscard]] std::uint64_t unsigned_of(const OrderedJson& object, const char* name);
/// At least 0.
[[nodiscard]] double seconds_of(const OrderedJson& object, const char* name);
[[nodiscard]] const OrderedJson& array_of(const OrderedJson& object, const char* name);
/// A list of at least one element.
[[nodiscard]] const OrderedJson& elements_of(const OrderedJson& object, const char* name);

/// The opposite of `json_of_text`.
[[nodiscard]] std::string text_of(const OrderedJson& value);

} // namespace recital
