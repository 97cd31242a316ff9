// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/make_plan.h"

#include "base/files/external_sorter.h"
#include "studio/planning/cost_estimate.h"
#include "studio/sources/document_cache.h"
#include "studio/planning/plan.h"
#include "studio/sources/source.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace recital {

namespace {

/// By which records are sorted: the longest first, then by id, then by where they come from.
std::string sort_key(const PlanRecord& record) {
    constexpr double units = 10; // a record has tenths of seconds
    constexpr std::uint64_t longest = std::uint64_t{1} << 56U;
    const auto tenths = static_cast<std::uint64_t>(std::llround(record.seconds * units));
    return fmt::format("{:016x}{}", longest - tenths, record.id);
}

} // namespace

PlanReport make_plan(const Job& job, const std::filesystem::path& file,
                     const std::vector<std::string>& arguments, RunListener& listener) {
    const auto start = std::chrono::steady_clock::now();
    DocumentCache documents(SourceReader(job.reading, job.fields, job.limits, job.ids), 0);
    const Plan plan = plan_books(job, documents, listener);
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    create_folder(folder);
    ExternalSorter records(folder);
    for (std::size_t book = 0; book < plan.size(); ++book) {
        const PlanRecord record = plan.record(book);
        records.add(sort_key(record), to_line(record));
    }
    PlanReport report;
    report.file = file;
    report.failed = plan.failures();
    PlanFileWriter writer(file, arguments);
    for (ExternalSorter::Entry entry; records.next(entry);) {
        const PlanRecord record = read_plan_record(entry.value, {file.string(), 0});
        writer.add(record);
        for (const FormatSettings& format : job.formats) {
            ++report.files;
            report.bytes += estimate_bytes(format, record.seconds, job.cover);
            report.cpu_seconds += estimate_cpu_seconds(format, record.seconds);
        }
    }
    report.summary = writer.finish();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

} // namespace recital
