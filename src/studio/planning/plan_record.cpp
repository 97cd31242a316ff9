// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/plan_record.h"

#include "base/json/json_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace recital {

namespace {

constexpr int plan_version = 1;

OrderedJson json_of(const SourceRef& source) {
    return {{"path", json_of_text(source.path.string())},
            {"offset", source.offset},
            {"line", source.line},
            {"content", source.content.hex()}};
}

OrderedJson json_of(const std::filesystem::path& path) {
    return json_of_text(path.string());
}

template <typename Element>
OrderedJson json_of(const std::vector<Element>& elements) {
    OrderedJson array = OrderedJson::array();
    for (const Element& element : elements) {
        array.push_back(json_of(element));
    }
    return array;
}

SourceRef source_of(const OrderedJson& json) {
    if (!json.is_object()) {
        throw MalformedLine("a source is not an object");
    }
    const auto content = Digest::from_hex(string_of(json, "content"));
    if (!content) {
        throw MalformedLine("\"content\" is not 32 hexadecimal digits");
    }
    return {text_of(field(json, "path")), unsigned_of(json, "offset"),
            static_cast<std::size_t>(unsigned_of(json, "line")), *content};
}

/// Files that a plan names are written: no plan of somebody else may name any outside of the output folder.
std::filesystem::path stem_of(const OrderedJson& json) {
    std::filesystem::path stem = text_of(json);
    if (!stays_below(stem)) {
        throw MalformedLine("\"stems\" has a path that leads out of the folder of the books");
    }
    return stem;
}

PlanRecord record_of(const OrderedJson& json) {
    if (const std::uint64_t version = unsigned_of(json, "recital_plan"); version != plan_version) {
        throw MalformedLine(fmt::format("it has version {} of the format, and this program reads version {}",
                                        version, plan_version));
    }
    PlanRecord record;
    record.id = text_of(field(json, "id"));
    record.is_id_declared = bool_of(json, "id_declared");
    record.musician = text_of(field(json, "musician"));
    record.name = text_of(field(json, "name"));
    record.born = text_of(field(json, "born"));
    record.died = text_of(field(json, "died"));
    record.occupation = text_of(field(json, "occupation"));
    record.reason = text_of(field(json, "reason"));
    record.language = text_of(field(json, "language"));
    record.seconds = seconds_of(json, "seconds");
    const OrderedJson& sources = elements_of(json, "sources");
    std::transform(sources.begin(), sources.end(), std::back_inserter(record.sources), source_of);
    const OrderedJson& stems = elements_of(json, "stems");
    std::transform(stems.begin(), stems.end(), std::back_inserter(record.stems), stem_of);
    return record;
}

} // namespace

bool stays_below(const std::filesystem::path& path) {
    return path.is_relative() && path.has_filename() && path.filename() != "." &&
           path.native().find('\0') == std::string::npos &&
           std::none_of(path.begin(), path.end(),
                        [](const std::filesystem::path& part) { return part == ".."; });
}

std::string to_line(const PlanRecord& record) {
    return to_checked_line({{"recital_plan", plan_version},
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
                            {"stems", json_of(record.stems)}});
}

PlanRecord read_plan_record(std::string_view line, const SourcePlace& place) {
    try {
        const OrderedJson json = parse_line(line);
        // The version first: a newer program may compute checksums in another way.
        PlanRecord record = record_of(json);
        check_checksum(line);
        return record;
    } catch (const MalformedLine& damage) {
        throw Error(ErrorKind::input,
                    fmt::format("the line is not a record of a plan: {}: make the plan again", damage.what()),
                    place);
    }
}

} // namespace recital
