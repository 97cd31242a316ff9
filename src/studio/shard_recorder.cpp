// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/shard_recorder.h"

#include "base/error.h"
#include "base/files/external_sorter.h"
#include "base/json/json_line.h"
#include "base/resources.h"
#include "base/unicode.h"
#include "container/book/book.h"
#include "speech/engine/engine.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/manifest/sha256.h"
#include "studio/sources/source.h"
#include "studio/state/book_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace recital {

namespace {

/// The bytes of a source as they were when it was planned; nothing if they are not there any more.
std::optional<std::string> bytes_of(const SourceRef& source) {
    try {
        if (source.line == 0) {
            std::string bytes = read_file(source.path);
            return digest_of(bytes) == source.content ? std::optional(std::move(bytes)) : std::nullopt;
        }
        require_regular_file(source.path); // reading anything else may never end
    } catch (const Error&) {
        return std::nullopt;
    }
    // A record ends at a line break, but in a table it may have others.
    constexpr std::size_t max_bytes = std::size_t{64} << 20U;
    std::ifstream file(source.path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(source.offset));
    std::string bytes;
    Hasher hasher;
    const auto is_all_after = [&](std::string_view text) {
        bytes += text;
        hasher.update(text);
        return hasher.digest() == source.content;
    };
    for (std::string line; bytes.size() <= max_bytes && std::getline(file, line);) {
        if (bytes.empty() && source.offset == 0 && line.starts_with(utf8_mark)) {
            line.erase(0, utf8_mark.size()); // is before the first record, and no part of it
        }
        const bool has_return = line.ends_with('\r'); // in a table a part of the line break at a record's end
        if (is_all_after(std::string_view(line).substr(0, line.size() - (has_return ? 1 : 0))) ||
            (has_return && is_all_after("\r"))) {
            return bytes;
        }
        (void)is_all_after("\n");
    }
    return std::nullopt;
}

ManifestSource manifest_source(const SourceRef& source) {
    ManifestSource entry{source.path, source.line, {}};
    if (const auto bytes = bytes_of(source)) {
        entry.sha256 = sha256_of(*bytes);
    }
    return entry;
}

/// True if the book's files have the content that the manifest says, whoever wrote them.
bool is_content_intact(const BookReport& book, const std::string& line, const std::filesystem::path& output) {
    try {
        const ManifestEntry entry = read_manifest_entry(line);
        const bool is_same_place =
            !entry.files.empty() && book.files.front().file == output / entry.files.front().path;
        return is_same_place &&
               std::all_of(entry.files.begin(), entry.files.end(), [&output](const ManifestFile& file) {
                   return std::filesystem::file_size(output / file.path) == file.bytes &&
                          sha256_of_file(output / file.path) == file.sha256;
               });
    } catch (const MalformedLine&) {
        return false;
    } catch (const std::filesystem::filesystem_error&) {
        return false;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

ShardRecorder::ShardRecorder(const Job& job, const PlanSummary& plan, std::string shard,
                             RunListener& listener)
    : job_(job), listener_(listener), settings_(job, resource_folder() / "data"), plan_(plan.content),
      shard_(std::move(shard)), folder_(manifest_folder(job.output, plan.content)),
      journal_(folder_, shard_) {
    engine_ = fmt::format("eSpeak NG {}", engine_info().version);
    programs_ = fmt::format("{}\n{}", application_name(), engine_);
}

std::string ShardRecorder::settings_of(const PlanRecord& record) {
    std::vector<std::filesystem::path> paths;
    std::transform(record.sources.begin(), record.sources.end(), std::back_inserter(paths),
                   [](const SourceRef& source) { return source.path; });
    std::string settings = settings_.of(paths);
    for (const FormatSettings& format : job_.formats) {
        settings = settings_digest_in(settings, job_.voice, format);
    }
    Hasher hasher;
    hasher.update(fmt::format("{}\nsplit={}\n", settings, job_.split_chapters));
    for (const std::string& kind : job_.subtitles) {
        hasher.update(fmt::format("subtitles {}\n", kind));
    }
    return hasher.hex();
}

Digest ShardRecorder::key_of(const PlanRecord& record) {
    std::string settings = settings_of(record);
    const Digest key = digest_of(fmt::format("{}\n{}\n{}", to_line(record), settings, programs_));
    OpenBook& book = open_[key];
    if (book.settings.empty()) {
        book.record = record;
        book.settings = std::move(settings);
    }
    return key;
}

std::optional<RecordedBook> ShardRecorder::find(const Digest& key) {
    const auto entry = journal_.find(key);
    if (!entry || entry->block.empty()) {
        return std::nullopt;
    }
    try {
        ByteReader in(entry->block);
        (void)take_kind(in);
        RecordedBook book = take_recorded_book(in);
        // Another attempt that ran at the same time may have put the same book in the place of this one's.
        if (book.report.is_name_shared || (!are_files_intact(book.report, in) &&
                                           !is_content_intact(book.report, entry->line, job_.output))) {
            return std::nullopt;
        }
        open_[key].line = entry->line;
        return book;
    } catch (const MalformedBytes&) {
        return std::nullopt;
    }
}

std::optional<FailureReport> ShardRecorder::find_failure(const Digest& key) {
    const auto entry = journal_.find(key);
    if (!entry || !entry->block.empty() || job_.retries_failed) {
        return std::nullopt;
    }
    try {
        const ManifestEntry failed = read_manifest_entry(entry->line);
        if (failed.is_made() || failed.is_transient()) {
            return std::nullopt;
        }
        const ManifestSource& source = failed.sources.front();
        return FailureReport{source.path.string(), source.line, failed.error_kind,
                             failed.error,         failed.id,   key};
    } catch (const MalformedLine&) {
        return std::nullopt;
    }
}

void ShardRecorder::add_remark(bool is_warning, const Diagnostic& diagnostic) {
    if (opening_) {
        open_[*opening_].remarks.push_back({is_warning, diagnostic});
    }
}

void ShardRecorder::on_warning(const Diagnostic& diagnostic) {
    add_remark(true, diagnostic);
    listener_.on_warning(diagnostic);
}

void ShardRecorder::on_notice(const Diagnostic& notice) {
    add_remark(false, notice);
    listener_.on_notice(notice);
}

ManifestEntry ShardRecorder::entry_of(const OpenBook& book) const {
    ManifestEntry entry;
    entry.book = record_digest(book.record);
    entry.id = book.record.id;
    entry.musician = book.record.musician;
    std::transform(book.record.sources.begin(), book.record.sources.end(), std::back_inserter(entry.sources),
                   manifest_source);
    entry.settings = book.settings;
    for (const Remark& remark : book.remarks) {
        if (remark.is_warning) {
            entry.warnings.push_back(remark.diagnostic.to_string());
        }
    }
    return entry;
}

void ShardRecorder::on_book(const BookReport& book) {
    const auto open = open_.extract(book.key);
    if (!open.empty()) {
        // A book that is kept is reported while it is opened.
        const bool is_kept = opening_ == book.key && !open.mapped().line.empty();
        std::string line = is_kept ? std::move(open.mapped().line) : std::string();
        if (!is_kept) {
            ManifestEntry entry = entry_of(open.mapped());
            entry.seconds = book.files.front().seconds();
            for_each_file(book, [&](const std::filesystem::path& file) {
                entry.files.push_back({file.lexically_relative(job_.output), std::filesystem::file_size(file),
                                       sha256_of_file(file)});
            });
            line = to_line(entry);
        }
        const RecordedBook recorded{std::move(open.mapped().remarks), book};
        // Passages that were left out are tried again by the next attempt.
        journal_.add(
            {book.key, std::move(line), book.left_out.empty() ? book_block(recorded) : std::string()});
    }
    listener_.on_book(book);
}

void ShardRecorder::on_failure(const FailureReport& failure) {
    if (const auto open = open_.extract(failure.key); !open.empty()) {
        ManifestEntry entry = entry_of(open.mapped());
        entry.error = failure.error;
        entry.error_kind = failure.kind;
        const bool are_sources_there =
            std::none_of(entry.sources.begin(), entry.sources.end(),
                         [](const ManifestSource& source) { return source.sha256.empty(); });
        entry.is_of_machine = failure.is_transient || !are_sources_there;
        journal_.add({failure.key, to_line(entry), {}});
    }
    listener_.on_failure(failure);
}

void ShardRecorder::finish(const std::string& environment) {
    SegmentSummary summary{plan_,   shard_,     journal_.attempt(), std::string(application_name()),
                           engine_, environment};
    ExternalSorter lines(folder_);
    journal_.visit([&](const JournalEntry& recorded) {
        const ManifestEntry entry = read_manifest_entry(recorded.line);
        lines.add(sort_key(entry), recorded.line);
        ++(entry.is_made() ? summary.made : summary.failed);
        summary.seconds += entry.seconds;
        for (const ManifestFile& file : entry.files) {
            summary.bytes += file.bytes;
        }
    });
    TemporaryFile file(attempt_path(folder_, shard_, journal_.attempt(), manifest_extension));
    FileWriter writer(file.descriptor(), file.target().string());
    for (ExternalSorter::Entry line; lines.next(line);) {
        writer.write(line.value);
        writer.write("\n");
    }
    writer.write(to_line(summary) + "\n");
    writer.flush();
    file.commit_synced();
    journal_.remove_ended();
    warn_of_other_environments(environment);
}

/// Compares with one other shard: with ten thousand, each would read the manifests of all others.
void ShardRecorder::warn_of_other_environments(const std::string& environment) const {
    for (const AttemptFile& other : find_attempts(folder_, manifest_extension)) {
        if (other.shard == shard_) {
            continue;
        }
        try {
            const SegmentSummary summary = SegmentReader(other.path).summary();
            if (summary.environment != environment) {
                listener_.on_warning(
                    {fmt::format("another shard of this plan was made with other programs, "
                                 "libraries or another kind of processor ({}, {}): its books "
                                 "are not the same byte for byte as this machine would make",
                                 summary.program, summary.engine),
                     {other.path.string(), 0}});
            }
            return;
        } catch (const Error&) {
            continue; // the merge will tell
        }
    }
}

} // namespace recital
