// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/manifest_entry.h"

#include "base/json/json_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace recital {

namespace {

constexpr std::uint64_t entry_version = 1;

constexpr std::array error_kinds = {ErrorKind::usage,  ErrorKind::input,  ErrorKind::voice,
                                    ErrorKind::engine, ErrorKind::output, ErrorKind::internal};

OrderedJson json_of(const ManifestSource& source) {
    OrderedJson json = {{"path", json_of_text(source.path.string())}};
    if (source.line > 0) {
        json["line"] = source.line;
    }
    if (!source.sha256.empty()) {
        json["sha256"] = source.sha256;
    }
    return json;
}

OrderedJson json_of(const ManifestFile& file) {
    return {{"path", json_of_text(file.path.string())}, {"bytes", file.bytes}, {"sha256", file.sha256}};
}

OrderedJson json_of(const std::string& text) {
    return json_of_text(text);
}

template <typename Element>
OrderedJson json_list(const std::vector<Element>& elements) {
    OrderedJson list = OrderedJson::array();
    for (const Element& element : elements) {
        list.push_back(json_of(element));
    }
    return list;
}

ManifestSource manifest_source_of(const OrderedJson& json) {
    ManifestSource source;
    source.path = text_of(field(json, "path"));
    source.line = json.contains("line") ? unsigned_of(json, "line") : 0;
    source.sha256 = json.contains("sha256") ? string_of(json, "sha256") : std::string();
    return source;
}

ManifestFile manifest_file_of(const OrderedJson& json) {
    return {text_of(field(json, "path")), unsigned_of(json, "bytes"), string_of(json, "sha256")};
}

ErrorKind kind_named(const std::string& name) {
    const auto* const kind = std::find_if(error_kinds.begin(), error_kinds.end(),
                                          [&name](ErrorKind each) { return to_string(each) == name; });
    if (kind == error_kinds.end()) {
        throw MalformedLine(fmt::format("\"{}\" is no kind of an error", name));
    }
    return *kind;
}

} // namespace

Digest record_digest(const PlanRecord& record) {
    return digest_of(to_line(record));
}

std::string sort_key(const ManifestEntry& entry) {
    return fmt::format("{}\n{}", entry.id, entry.book.hex());
}

std::string to_line(const ManifestEntry& entry) {
    OrderedJson json = {{"recital_manifest", entry_version},
                        {"book", entry.book.hex()},
                        {"id", json_of_text(entry.id)},
                        {"musician", json_of_text(entry.musician)},
                        {"status", entry.is_made() ? "made" : "failed"},
                        {"sources", json_list(entry.sources)},
                        {"settings", entry.settings}};
    if (entry.is_made()) {
        json["seconds"] = entry.seconds;
        json["files"] = json_list(entry.files);
    } else {
        json["error"] = {{"kind", to_string(entry.error_kind)},
                         {"message", json_of_text(entry.error)},
                         {"transient", entry.is_transient()}};
    }
    json["warnings"] = json_list(entry.warnings);
    return to_checked_line(json);
}

ManifestEntry read_manifest_entry(std::string_view line) {
    const OrderedJson json = parse_line(line);
    if (unsigned_of(json, "recital_manifest") != entry_version) {
        throw MalformedLine("it has another version of the format");
    }
    check_checksum(line);
    ManifestEntry entry;
    const auto book = Digest::from_hex(string_of(json, "book"));
    if (!book) {
        throw MalformedLine("\"book\" is not 32 hexadecimal digits");
    }
    entry.book = *book;
    entry.id = text_of(field(json, "id"));
    entry.musician = text_of(field(json, "musician"));
    const OrderedJson& sources = elements_of(json, "sources");
    std::transform(sources.begin(), sources.end(), std::back_inserter(entry.sources), manifest_source_of);
    entry.settings = string_of(json, "settings");
    const std::string status = string_of(json, "status");
    if (status == "made") {
        entry.seconds = seconds_of(json, "seconds");
        const OrderedJson& files = elements_of(json, "files");
        std::transform(files.begin(), files.end(), std::back_inserter(entry.files), manifest_file_of);
    } else if (status == "failed") {
        const OrderedJson& error = field(json, "error");
        entry.error = text_of(field(error, "message"));
        if (entry.error.empty()) { // the book would count as made
            throw MalformedLine("\"message\" is empty");
        }
        entry.error_kind = kind_named(string_of(error, "kind"));
        entry.is_of_machine = bool_of(error, "transient") && entry.error_kind != ErrorKind::output;
    } else {
        throw MalformedLine("\"status\" is neither \"made\" nor \"failed\"");
    }
    const OrderedJson& warnings = array_of(json, "warnings");
    std::transform(warnings.begin(), warnings.end(), std::back_inserter(entry.warnings), text_of);
    return entry;
}

} // namespace recital
