// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/records/record_fields.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/nesting.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace recital {

namespace {

bool is_usual_key(std::string_view field, std::string_view name) {
    const std::vector<std::string>& keys = usual_field_names().find(field)->second;
    return std::find(keys.begin(), keys.end(), fold_case(trimmed(name, " \"\r"))) != keys.end();
}

bool is_json_record(std::string_view line) {
    if (!line.starts_with('{') || line_of_deep_json(line)) {
        return false;
    }
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    const auto& keys = usual_field_names().find("text")->second;
    return object.is_object() && std::any_of(keys.begin(), keys.end(), [&object](const std::string& key) {
               return object.contains(key);
           });
}

bool names_columns(std::string_view line) {
    constexpr std::size_t max_length = 2000;
    if (line.size() > max_length) {
        return false;
    }
    const char delimiter = line.find('\t') != std::string_view::npos  ? '\t'
                           : line.find(';') != std::string_view::npos ? ';'
                                                                      : ',';
    bool has_text = false;
    bool has_other = false;
    for (const std::string_view name : split(line, delimiter)) {
        has_text = has_text || is_usual_key("text", name);
        has_other = has_other || is_usual_key("name", name) || is_usual_key("id", name) ||
                    is_usual_key("title", name) || is_usual_key("lang", name) ||
                    is_usual_key("forename", name) || is_usual_key("surname", name);
    }
    return has_text && has_other;
}

/// The first line that is not empty, without a byte order mark.
std::string_view first_line(std::string_view bytes) {
    bytes.remove_prefix(bytes.starts_with(utf8_mark) ? utf8_mark.size() : 0);
    const std::string_view rest = trimmed(bytes, " \t\r\n");
    return rest.substr(0, rest.find('\n'));
}

} // namespace

const FieldNames& usual_field_names() {
    static const FieldNames names = [] {
        FieldNames found;
        for (DataRow& row :
             read_data_table(resource_folder() / "data" / "document" / "record_fields.tsv", 2, 2)) {
            found[row.cells[0]].push_back(std::move(row.cells[1]));
        }
        return found;
    }();
    return names;
}

RecordFields parse_record_fields(std::string_view text) {
    RecordFields fields;
    while (!text.empty()) {
        const std::string_view pair = cut_front(text, ',');
        const auto equals = pair.find('=');
        const std::string_view field = pair.substr(0, equals);
        if (equals == std::string_view::npos || equals + 1 == pair.size() ||
            !usual_field_names().contains(field)) {
            throw Error(ErrorKind::usage,
                        fmt::format("--fields \"{}\" is not possible: give name=..., text=... and optionally "
                                    "id, forename, surname, lang, title, author, date, source, licence",
                                    pair));
        }
        fields.emplace(field, pair.substr(equals + 1));
    }
    return fields;
}

bool is_table(std::string_view bytes) {
    const std::string_view line = first_line(bytes);
    return is_json_record(line) || names_columns(line);
}

bool is_json_table(std::string_view bytes) {
    return is_json_record(first_line(bytes));
}

} // namespace recital
