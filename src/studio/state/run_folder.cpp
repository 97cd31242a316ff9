// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/run_folder.h"

#include "base/byte_stream.h"
#include "base/file.h"
#include "base/hash.h"
#include "studio/job/settings_digest.h"

#include <system_error>

namespace recital {

namespace {

/// As given, because reports have it so, and absolute, because the working directory decides what it means.
void put_path(ByteWriter& out, const std::filesystem::path& path) {
    out.text(path.native());
    out.text(path.empty() ? std::string() : absolute_path(path).native());
}

template <typename Paths>
void put_paths(ByteWriter& out, const Paths& paths) {
    out.number(paths.size());
    for (const auto& path : paths) {
        put_path(out, path);
    }
}

void put_strings(ByteWriter& out, const std::vector<std::string>& texts) {
    out.number(texts.size());
    for (const std::string& text : texts) {
        out.text(text);
    }
}

void put_formats(ByteWriter& out, const Job& job) {
    out.number(job.formats.size());
    for (const FormatSettings& format : job.formats) {
        out.text(format.traits().name);
        out.text(describe(format));
    }
}

} // namespace

std::filesystem::path run_folder(const Job& job) {
    return job.cache / "runs";
}

std::filesystem::path run_record_path(const Job& job) {
    return run_folder(job) / (job_digest(job) + ".run");
}

void make_run_folder(const Job& job) {
    const std::filesystem::path folder = run_folder(job);
    create_folder(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    sweep_temporary_files(folder);
}

std::filesystem::path absolute_path(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    return (error ? path : absolute).lexically_normal();
}

std::string job_digest(const Job& job) {
    ByteWriter out;
    put_paths(out, job.inputs);
    put_path(out, job.output);
    put_strings(out, job.ids);
    out.text(describe_text_options(job));
    put_paths(out, job.lexicons);
    put_path(out, job.cover_file);
    out.text(describe_profile(job.voice));
    put_formats(out, job);
    out.flag(job.split_chapters);
    put_strings(out, job.subtitles);
    out.text(job.output_template ? job.output_template->text() : std::string());
    return hash_hex(out.take());
}

} // namespace recital
