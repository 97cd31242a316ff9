// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sharding/make_plan.h"

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "document/readers/records/records.h"
#include "studio/planning/cost_estimate.h"
#include "studio/planning/read_texts.h"
#include "studio/planning/speech_estimate.h"
#include "studio/sharding/part_file.h"
#include "studio/sharding/plan_builder.h"
#include "studio/sources/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view plan_mark = R"({"recital_plan_file":)";

/// Time since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// Throws a `usage` error unless the file may be written: it is not there, or an earlier plan, or, if that is
/// to be written, a part of one.
void check_target(const std::filesystem::path& file, bool may_be_part) {
    std::error_code error;
    const auto type = std::filesystem::status(file, error).type();
    if (type == std::filesystem::file_type::not_found) {
        return;
    }
    if (type == std::filesystem::file_type::directory) {
        throw Error(ErrorKind::usage, "this is a folder: name the file for the plan", {file.string(), 0});
    }
    std::string head(plan_mark.size(), '\0');
    if (type == std::filesystem::file_type::regular) {
        std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
    }
    if (head != plan_mark && !(may_be_part && is_part_file(file))) {
        throw Error(ErrorKind::usage, "this file is there and is no plan: choose another name",
                    {file.string(), 0});
    }
}

/// All files that are read, with their sizes.
struct SizedFiles {
    std::vector<std::filesystem::path> paths;
    std::vector<std::uint64_t> bytes;

    explicit SizedFiles(std::vector<std::filesystem::path> files) : paths(std::move(files)) {
        for (const std::filesystem::path& path : paths) {
            std::error_code error;
            const std::uintmax_t size = std::filesystem::file_size(path, error);
            bytes.push_back(error ? 0 : size);
        }
    }

    [[nodiscard]] Digest digest() const {
        Hasher hasher;
        for (std::size_t n = 0; n < paths.size(); ++n) {
            hasher.update(fmt::format("{}\n{}\n", paths[n].native(), bytes[n]));
        }
        return hasher.digest();
    }

    /// What of them is the shard's if they are put one after the other and cut into parts of equal size. A
    /// dump is cut, any other file belongs to the part in which it begins.
    [[nodiscard]] std::vector<TextFile> part(const Shard& shard) const {
        std::uint64_t total = paths.size(); // every file counts, also an empty one
        for (const std::uint64_t size : bytes) {
            total += size;
        }
        const auto border = [&](std::uint64_t number) { // without overflow
            return total / shard.count * number + total % shard.count * number / shard.count;
        };
        const std::uint64_t begin = border(shard.number - 1);
        const std::uint64_t end = border(shard.number);
        std::vector<TextFile> files;
        std::uint64_t start = 0;
        for (std::size_t n = 0; n < paths.size(); ++n) {
            const std::uint64_t stop = start + bytes[n] + 1;
            if (is_record_kind(paths[n]) && begin < stop && start < end) {
                files.push_back(
                    {paths[n],
                     {begin > start ? begin - start : 0, end < stop ? end - start : ByteRange().end}});
            } else if (!is_record_kind(paths[n]) && begin <= start && start < end) {
                files.push_back({paths[n], {}});
            }
            start = stop;
        }
        return files;
    }
};

/// Reads those files and hands on what a plan needs of each text. Returns how many sources become no book.
std::size_t read_entries(const Job& job, std::span<const TextFile> files, RunListener& listener,
                         const std::function<void(const TextEntry&)>& visit) {
    SourceReader reader(job.reading, job.fields, job.limits, job.ids);
    SpeechEstimate estimate(job.voice);
    return read_texts(job, files, reader, listener,
                      [&](std::size_t /*file*/, const SourceRef& source, const Document& document) {
                          visit(make_text_entry(source, document, estimate.seconds(document)));
                      });
}

PlanReport write_plan(const Job& job, PlanBuilder& builder, const std::filesystem::path& file,
                      const std::vector<std::string>& arguments) {
    PlanReport report;
    report.file = file;
    PlanFileWriter writer(file, arguments);
    builder.finish([&](const PlanRecord& record) {
        writer.add(record);
        for (const FormatSettings& format : job.formats) {
            ++report.files;
            report.bytes += estimate_bytes(format, record.seconds, job.cover);
        }
    });
    if (report.files == 0) {
        throw Error(ErrorKind::input, "these inputs make no book: there is nothing to plan");
    }
    report.summary = writer.finish();
    return report;
}

[[noreturn]] void refuse_part(const PartFile& part, const std::string& why) {
    throw Error(ErrorKind::input, why, {part.path().string(), 0});
}

/// The parts by their numbers.
std::vector<std::filesystem::path> sorted_parts(std::span<const std::filesystem::path> paths) {
    const PartFile first(paths.front());
    const std::uint64_t count = first.header().shard.count;
    std::map<std::uint64_t, std::filesystem::path> sorted; // not a list of all: the count may be damaged
    for (const std::filesystem::path& path : paths) {
        const PartFile part(path);
        const PartHeader& header = part.header();
        if (header.arguments != first.header().arguments) {
            refuse_part(part, fmt::format("was made with other options than {}", first.path().string()));
        }
        if (header.inputs != first.header().inputs || header.files != first.header().files) {
            refuse_part(part, fmt::format("was made of other inputs than {}: their names or sizes differ",
                                          first.path().string()));
        }
        const Shard& shard = header.shard;
        if (shard.count != count) {
            refuse_part(part, fmt::format("is part {}, but {} is one of {} parts", shard.to_string(),
                                          first.path().string(), count));
        }
        std::filesystem::path& place = sorted[shard.number];
        if (!place.empty()) {
            refuse_part(part, fmt::format("is part {}, as {} is", shard.to_string(), place.string()));
        }
        place = path;
    }
    std::vector<std::filesystem::path> in_order;
    for (const auto& [number, path] : sorted) {
        if (number != in_order.size() + 1) {
            break;
        }
        in_order.push_back(path);
    }
    if (in_order.size() != count) {
        throw Error(ErrorKind::input, fmt::format("part {}/{} of the plan is missing: give all parts",
                                                  in_order.size() + 1, count));
    }
    return in_order;
}

} // namespace

PlanReport make_plan(const Job& job, const std::filesystem::path& file,
                     const std::vector<std::string>& arguments, RunListener& listener) {
    const Stopwatch watch;
    check_target(file, false);
    create_folder(folder_of(file));
    const SizedFiles files(find_texts(job, listener));
    PlanBuilder builder(job, folder_of(file), listener);
    const std::size_t failed = read_entries(job, files.part({}), listener,
                                            [&builder](const TextEntry& entry) { builder.add(entry); });
    PlanReport report = write_plan(job, builder, file, arguments);
    report.failed = failed;
    report.seconds = watch.seconds();
    return report;
}

PartReport make_part(const Job& job, const Shard& shard, const std::filesystem::path& file,
                     const std::vector<std::string>& arguments, RunListener& listener) {
    const Stopwatch watch;
    check_target(file, true);
    const SizedFiles files(find_texts(job, listener));
    PartHeader header{shard, arguments, {}, files.digest()};
    std::transform(job.inputs.begin(), job.inputs.end(), std::back_inserter(header.inputs),
                   [](const std::filesystem::path& input) { return input.string(); });
    PartFileWriter writer(file, header);
    PartReport report;
    report.file = file;
    report.failed = read_entries(job, files.part(shard), listener, [&](const TextEntry& entry) {
        writer.add(entry);
        ++report.texts;
    });
    writer.finish(report.failed);
    report.seconds = watch.seconds();
    return report;
}

std::vector<std::string> arguments_of_part(const std::filesystem::path& part) {
    return PartFile(part).header().arguments;
}

PlanReport merge_parts(const Job& job, std::span<const std::filesystem::path> parts,
                       const std::filesystem::path& file, RunListener& listener) {
    const Stopwatch watch;
    check_target(file, false);
    create_folder(folder_of(file));
    PlanBuilder builder(job, folder_of(file), listener);
    std::size_t failed = 0;
    for (const std::filesystem::path& path : sorted_parts(parts)) {
        PartFile part(path);
        for (TextEntry entry; part.next(entry);) {
            builder.add(entry);
        }
        failed += part.failures();
    }
    PlanReport report = write_plan(job, builder, file, arguments_of_part(parts.front()));
    report.failed = failed;
    report.seconds = watch.seconds();
    return report;
}

} // namespace recital
