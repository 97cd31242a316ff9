// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/plan_record.h"

#include "base/hash.h"
#include "base/unicode.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace recital {

namespace {

using Json = nlohmann::ordered_json;

constexpr int plan_version = 1;
constexpr int max_depth = 8; ///< a record has 4; deeper nesting is damage and is not followed
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

/// JSON holds Unicode only, but the name of a file may be any bytes: those are written as an object.
Json json_of_text(const std::string& text) {
    return is_utf8(text) ? Json(text) : Json{{"hex", hex_of_bytes(text)}};
}

Json json_of(const SourceRef& source) {
    return {{"path", json_of_text(source.path.string())},
            {"offset", source.offset},
            {"line", source.line},
            {"content", source.content.hex()}};
}

Json json_of(const std::filesystem::path& path) {
    return json_of_text(path.string());
}

template <typename Element>
Json json_of(const std::vector<Element>& elements) {
    Json array = Json::array();
    for (const Element& element : elements) {
        array.push_back(json_of(element));
    }
    return array;
}

/// What is wrong with a line; becomes an Error with its place.
class Damage : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Throws a Damage unless the line ends in the checksum of all that precedes it.
void check_checksum(std::string_view line) {
    constexpr std::string_view end = "\"}";
    const std::size_t size = checksum_key.size() + checksum_digits + end.size();
    const std::size_t body = line.size() - std::min(line.size(), size);
    const std::string expected = fmt::format("{}{}{}", checksum_key, checksum_of(line.substr(0, body)), end);
    if (line.substr(body) != expected) {
        throw Damage("its checksum does not match");
    }
}

Json parse(std::string_view line) {
    const auto check_depth = [](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
        if (depth > max_depth) {
            throw Damage("it is nested too deeply");
        }
        return true;
    };
    Json json = Json::parse(line, check_depth, false);
    if (!json.is_object()) {
        throw Damage("it is not a JSON object");
    }
    return json;
}

const Json& field(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) {
        throw Damage(fmt::format("\"{}\" is missing", name));
    }
    return *found;
}

/// The value of that type that the field holds.
template <typename Value>
Value value_of(const Json& object, const char* name, bool (Json::*is_of_type)() const noexcept) {
    const Json& value = field(object, name);
    if (!(value.*is_of_type)()) {
        throw Damage(fmt::format("\"{}\" has the wrong type", name));
    }
    return value.get<Value>();
}

std::string string_of(const Json& object, const char* name) {
    return value_of<std::string>(object, name, &Json::is_string);
}

std::uint64_t unsigned_of(const Json& object, const char* name) {
    return value_of<std::uint64_t>(object, name, &Json::is_number_unsigned);
}

const Json& array_of(const Json& object, const char* name) {
    const Json& array = field(object, name);
    if (!array.is_array() || array.empty()) {
        throw Damage(fmt::format("\"{}\" is not a list of at least one element", name));
    }
    return array;
}

std::string bytes_of_hex(std::string_view digits) {
    constexpr std::string_view alphabet = "0123456789abcdef";
    if (digits.size() % 2 != 0 || digits.find_first_not_of(alphabet) != std::string_view::npos) {
        throw Damage("\"hex\" does not hold pairs of hexadecimal digits");
    }
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        bytes.push_back(static_cast<char>(alphabet.find(digits[i]) * 16 + alphabet.find(digits[i + 1])));
    }
    return bytes;
}

/// The opposite of `json_of_text`.
std::string text_of(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (!value.is_object()) {
        throw Damage("a text has the wrong type");
    }
    return bytes_of_hex(string_of(value, "hex"));
}

SourceRef source_of(const Json& json) {
    if (!json.is_object()) {
        throw Damage("a source is not an object");
    }
    const auto content = Digest::from_hex(string_of(json, "content"));
    if (!content) {
        throw Damage("\"content\" is not 32 hexadecimal digits");
    }
    return {text_of(field(json, "path")), unsigned_of(json, "offset"),
            static_cast<std::size_t>(unsigned_of(json, "line")), *content};
}

double seconds_of(const Json& json) {
    const auto seconds = value_of<double>(json, "seconds", &Json::is_number);
    if (!(seconds >= 0)) {
        throw Damage("\"seconds\" is negative");
    }
    return seconds;
}

PlanRecord record_of(const Json& json) {
    if (const std::uint64_t version = unsigned_of(json, "recital_plan"); version != plan_version) {
        throw Damage(fmt::format("it has version {} of the format, and this program reads version {}",
                                 version, plan_version));
    }
    PlanRecord record;
    record.id = text_of(field(json, "id"));
    record.is_id_declared = value_of<bool>(json, "id_declared", &Json::is_boolean);
    record.musician = text_of(field(json, "musician"));
    record.name = text_of(field(json, "name"));
    record.born = text_of(field(json, "born"));
    record.died = text_of(field(json, "died"));
    record.occupation = text_of(field(json, "occupation"));
    record.reason = text_of(field(json, "reason"));
    record.language = text_of(field(json, "language"));
    record.seconds = seconds_of(json);
    const Json& sources = array_of(json, "sources");
    std::transform(sources.begin(), sources.end(), std::back_inserter(record.sources), source_of);
    const Json& stems = array_of(json, "stems");
    std::transform(stems.begin(), stems.end(), std::back_inserter(record.stems), text_of);
    return record;
}

} // namespace

std::string to_line(const PlanRecord& record) {
    const Json json = {{"recital_plan", plan_version},
                       {"id", json_of_text(record.id)},
                       {"id_declared", record.is_id_declared},
                       {"musician", json_of_text(record.musician)},
                       {"name", json_of_text(record.name)},
                       {"born", json_of_text(record.born)},
                       {"died", json_of_text(record.died)},
                       {"occupation", json_of_text(record.occupation)},
                       {"reason", json_of_text(record.reason)},
                       {"language", json_of_text(record.language)},
                       {"seconds", record.seconds},
                       {"sources", json_of(record.sources)},
                       {"stems", json_of(record.stems)}};
    std::string line = json.dump();
    line.pop_back(); // the brace, which follows the checksum
    return fmt::format("{}{}{}\"}}", line, checksum_key, checksum_of(line));
}

PlanRecord read_plan_record(std::string_view line, const SourcePlace& place) {
    try {
        const Json json = parse(line);
        // The version first: a newer program may compute checksums in another way.
        PlanRecord record = record_of(json);
        check_checksum(line);
        return record;
    } catch (const Damage& damage) {
        throw Error(ErrorKind::input,
                    fmt::format("the line is not a record of a plan: {}: make the plan again", damage.what()),
                    place);
    }
}

} // namespace recital
