// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json/json_line.h"

#include "base/hash.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

constexpr int max_depth = 8; ///< our lines have 4 or 5; deeper nesting is damage and is not followed
constexpr std::string_view checksum_key = R"(,"checksum":")";
constexpr std::size_t checksum_digits = 16;

std::string checksum_of(std::string_view bytes) {
    return fmt::format("{:016x}", hash_64(bytes));
}

std::string hex_of_bytes(std::string_view bytes) {
    std::string digits;
    for (const char byte : bytes) {
        digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return digits;
}

std::string bytes_of_hex(std::string_view digits) {
    constexpr std::string_view alphabet = "0123456789abcdef";
    if (digits.size() % 2 != 0 || digits.find_first_not_of(alphabet) != std::string_view::npos) {
        throw MalformedLine("\"hex\" does not hold pairs of hexadecimal digits");
    }
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        bytes.push_back(static_cast<char>(alphabet.find(digits[i]) * 16 + alphabet.find(digits[i + 1])));
    }
    return bytes;
}

/// The value of that type that the field holds.
template <typename Value>
Value value_of(const OrderedJson& object, const char* name,
               bool (OrderedJson::*is_of_type)() const noexcept) {
    const OrderedJson& value = field(object, name);
    if (!(value.*is_of_type)()) {
        throw MalformedLine(fmt::format("\"{}\" has the wrong type", name));
    }
    return value.get<Value>();
}

} // namespace

std::string to_checked_line(const OrderedJson& object) {
    std::string line = object.dump();
    line.pop_back(); // the brace, which follows the checksum
    return fmt::format("{}{}{}\"}}", line, checksum_key, checksum_of(line));
}

OrderedJson parse_line(std::string_view line) {
    const auto check_depth = [](int depth, OrderedJson::parse_event_t /*event*/, OrderedJson& /*value*/) {
        if (depth > max_depth) {
            throw MalformedLine("it is nested too deeply");
        }
        return true;
    };
    OrderedJson json = OrderedJson::parse(line, check_depth, false);
    if (!json.is_object()) {
        throw MalformedLine("it is not a JSON object");
    }
    return json;
}

void check_checksum(std::string_view line) {
    constexpr std::string_view end = "\"}";
    const std::size_t size = checksum_key.size() + checksum_digits + end.size();
    const std::size_t body = line.size() - std::min(line.size(), size);
    const std::string expected = fmt::format("{}{}{}", checksum_key, checksum_of(line.substr(0, body)), end);
    if (line.substr(body) != expected) {
        throw MalformedLine("its checksum does not match");
    }
}

OrderedJson json_of_text(const std::string& text) {
    return is_utf8(text) ? OrderedJson(text) : OrderedJson{{"hex", hex_of_bytes(text)}};
}

const OrderedJson& field(const OrderedJson& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) {
        throw MalformedLine(fmt::format("\"{}\" is missing", name));
    }
    return *found;
}

bool bool_of(const OrderedJson& object, const char* name) {
    return value_of<bool>(object, name, &OrderedJson::is_boolean);
}

std::string string_of(const OrderedJson& object, const char* name) {
    return value_of<std::string>(object, name, &OrderedJson::is_string);
}

std::uint64_t unsigned_of(const OrderedJson& object, const char* name) {
    return value_of<std::uint64_t>(object, name, &OrderedJson::is_number_unsigned);
}

double seconds_of(const OrderedJson& object, const char* name) {
    const auto seconds = value_of<double>(object, name, &OrderedJson::is_number);
    if (!(seconds >= 0)) {
        throw MalformedLine(fmt::format("\"{}\" is negative", name));
    }
    return seconds;
}

const OrderedJson& array_of(const OrderedJson& object, const char* name) {
    const OrderedJson& array = field(object, name);
    if (!array.is_array()) {
        throw MalformedLine(fmt::format("\"{}\" is not a list", name));
    }
    return array;
}

const OrderedJson& elements_of(const OrderedJson& object, const char* name) {
    const OrderedJson& array = array_of(object, name);
    if (array.empty()) {
        throw MalformedLine(fmt::format("\"{}\" is not a list of at least one element", name));
    }
    return array;
}

std::string text_of(const OrderedJson& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (!value.is_object()) {
        throw MalformedLine("a text has the wrong type");
    }
    return bytes_of_hex(string_of(value, "hex"));
}

} // namespace recital
