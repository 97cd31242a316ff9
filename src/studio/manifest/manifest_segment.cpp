// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/manifest_segment.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json/json_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace recital {

namespace {

constexpr std::uint64_t summary_version = 1;

[[noreturn]] void refuse(const std::filesystem::path& path, std::size_t line, const std::string& why) {
    throw Error(ErrorKind::input,
                fmt::format("this is no complete manifest of a shard: {}: run the shard again", why),
                {path.string(), line});
}

} // namespace

std::string to_line(const SegmentSummary& summary) {
    return to_checked_line({{"recital_manifest_end", summary_version},
                            {"plan", summary.plan.hex()},
                            {"shard", summary.shard},
                            {"attempt", summary.attempt},
                            {"program", summary.program},
                            {"engine", summary.engine},
                            {"environment", summary.environment},
                            {"made", summary.made},
                            {"failed", summary.failed},
                            {"seconds", summary.seconds},
                            {"bytes", summary.bytes}});
}

SegmentSummary read_segment_summary(std::string_view line) {
    const OrderedJson json = parse_line(line);
    if (unsigned_of(json, "recital_manifest_end") != summary_version) {
        throw MalformedLine("it has another version of the format");
    }
    check_checksum(line);
    SegmentSummary summary;
    summary.plan = Digest::from_hex(string_of(json, "plan")).value_or(Digest());
    summary.shard = string_of(json, "shard");
    summary.attempt = static_cast<unsigned>(unsigned_of(json, "attempt"));
    summary.program = string_of(json, "program");
    summary.engine = string_of(json, "engine");
    summary.environment = string_of(json, "environment");
    summary.made = unsigned_of(json, "made");
    summary.failed = unsigned_of(json, "failed");
    summary.seconds = seconds_of(json, "seconds");
    summary.bytes = unsigned_of(json, "bytes");
    return summary;
}

SegmentReader::SegmentReader(const std::filesystem::path& path) : path_(path) {
    require_regular_file(path);
    file_.open(path, std::ios::binary);
    read_summary();
}

void SegmentReader::read_summary() {
    constexpr std::streamoff max_line = 4096;
    file_.seekg(0, std::ios::end);
    const std::streamoff size = file_.tellg();
    std::string tail(static_cast<std::size_t>(std::clamp<std::streamoff>(size, 0, max_line)), '\0');
    file_.seekg(size - static_cast<std::streamoff>(tail.size()));
    file_.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    if (!file_ || !tail.ends_with('\n')) {
        refuse(path_, 0, "its end is missing");
    }
    tail.pop_back();
    try {
        summary_ = read_segment_summary(std::string_view(tail).substr(tail.rfind('\n') + 1));
    } catch (const MalformedLine& damage) {
        refuse(path_, 0, damage.what());
    }
    file_.seekg(0);
}

bool SegmentReader::next(ManifestEntry& entry) {
    std::string line;
    ++line_;
    if (line_ > summary_.made + summary_.failed) {
        return false;
    }
    if (!std::getline(file_, line)) {
        refuse(path_, line_, "it ends too early");
    }
    try {
        entry = read_manifest_entry(line);
    } catch (const MalformedLine& damage) {
        refuse(path_, line_, damage.what());
    }
    return true;
}

} // namespace recital
