// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/render.h"

#include "base/error.h"
#include "base/strings.h"
#include "cli/options/cache.h"
#include "studio/planning/output_name.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>

namespace recital {

namespace {

constexpr std::size_t max_workers = 1024;
constexpr int max_sample_rate = 768000;
constexpr unsigned max_timeout_seconds = 86400;

/// The usual limits, or those for a longer time: a machine that is slow on the clock is slow in computing,
/// too.
WorkerLimits limits_within(unsigned seconds) {
    WorkerLimits limits;
    const unsigned wall_per_cpu_second = limits.wall_seconds / limits.cpu_seconds;
    limits.wall_seconds = seconds;
    limits.cpu_seconds = std::max(limits.cpu_seconds, seconds / wall_per_cpu_second);
    return limits;
}

bool can_be_written(std::filesystem::path folder) {
    std::error_code ignored;
    while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored)) {
        folder = folder.parent_path();
    }
    return std::filesystem::is_directory(folder, ignored) && ::access(folder.c_str(), W_OK | X_OK) == 0;
}

/// Empty where there is no place to keep takes.
std::filesystem::path usable_default_cache() {
    std::filesystem::path folder = default_cache();
    return can_be_written(folder) ? folder : std::filesystem::path();
}

/// Where no format is named: that of the file which the books are to go into, else the usual one.
std::vector<std::string> formats_meant(const std::filesystem::path& output) {
    const auto meant = format_of_output(output);
    return {std::string(meant ? traits_of(*meant).name : all_formats().front().name)};
}

/// The formats that were asked for, one by one or with commas between them.
std::vector<std::string> named_formats(const RenderArguments& arguments) {
    std::vector<std::string> names;
    for (const std::string& list : arguments.formats) {
        for (const std::string_view name : split(list, ',')) {
            names.emplace_back(name);
        }
    }
    return names.empty() ? formats_meant(arguments.output) : names;
}

void add_output_options(CLI::App& render, RenderArguments& arguments) {
    begin_option_group(render, output_group);
    render
        .add_option("-o,--output", arguments.output,
                    "Folder for the books, or the file of a single book [audiobooks]")
        ->type_name("DIR|FILE");
    add_format_options(render, arguments);
    render.add_flag("--overwrite", arguments.overwrite, "Also replace files that recital did not make");
}

void add_plan_options(CLI::App& render, RenderArguments& arguments) {
    begin_option_group(render, plan_group);
    auto* plan = render
                     .add_option("--plan", arguments.plan,
                                 "Make the books of a plan (see `recital plan`) in place of INPUT")
                     ->type_name("PLAN");
    auto* shard =
        render
            .add_option(
                "--shard", arguments.shard,
                "Part of the plan, from 1: 3/32, several as 1-4/32, or auto/32 by the number of an array "
                "job [all]")
            ->type_name("K/N")
            ->needs(plan);
    render
        .add_option("--retry-failed", arguments.retry_failed,
                    "Make only the books that a merged manifest (see `recital merge`) has as failed")
        ->type_name("MANIFEST")
        ->excludes(shard);
}

void add_run_options(CLI::App& render, RenderArguments& arguments) {
    begin_option_group(render, run_group);
    render.add_flag("--dry-run", arguments.dry_run,
                    "Show what would be made and what it would take, but write nothing");
    render.add_flag("--check-content", arguments.check_content,
                    "Read all inputs to see whether they have changed, whatever their times say");
    render
        .add_option("-j,--jobs", arguments.workers,
                    "Number of passages rendered in parallel [number of cores]")
        ->check(CLI::Range(std::size_t{1}, max_workers))
        ->type_name("N");
    render
        .add_option("--timeout", arguments.timeout_seconds,
                    "Time limit for each passage, picture or text, in seconds [600]")
        ->check(CLI::Range(1U, max_timeout_seconds))
        ->type_name("SECONDS");
    render
        .add_option("--on-error", arguments.on_error,
                    "What a passage that cannot be spoken costs: its book (fail) or itself (skip) [fail]")
        ->check(CLI::IsMember({"fail", "skip"}))
        ->type_name("WHAT");
    auto* cache = render
                      .add_option("--cache", arguments.cache,
                                  "Folder in which rendered passages are kept [$XDG_CACHE_HOME/recital]")
                      ->type_name("DIR");
    auto* cache_size =
        render
            .add_option("--cache-size", arguments.cache_size,
                        "Size of that folder, in bytes or with K, M, G or T: what was not used "
                        "for the longest time is removed [5G]")
            ->type_name("SIZE");
    auto* no_cache = render.add_flag("--no-cache", arguments.no_cache, "Keep no rendered passages")
                         ->excludes(cache)
                         ->excludes(cache_size);
    render
        .add_flag("--keep-speech", arguments.keep_speech,
                  "Also keep the speech, so that other formats need no synthesis")
        ->excludes(no_cache);
    render.add_flag("--json", arguments.json, "Print a report as JSON Lines on standard output");
    render.add_flag("-q,--quiet", arguments.quiet, "Print only warnings and errors");
}

} // namespace

void add_format_options(CLI::App& command, RenderArguments& arguments) {
    add_repeatable_option(command, "--format", arguments.formats,
                          "Formats, separated by commas: m4b,mp3,opus,flac,wav [m4b]", "LIST");
    command.add_option("--sample-rate", arguments.sample_rate, "Sample rate in Hz [24000; opus 48000]")
        ->check(CLI::Range(1, max_sample_rate))
        ->type_name("HZ");
    command.add_option("--bitrate", arguments.kilobits, "Bit rate in kb/s [m4b 64, mp3 80, opus 48]")
        ->check(CLI::Range(1, 1000))
        ->type_name("KBPS");
    command.add_flag("--split-chapters", arguments.split_chapters,
                     "Also write each chapter as a separate file, with a playlist");
    add_subtitle_options(command, arguments.subtitles);
    add_book_options(command, arguments.books);
}

void add_render_command(CLI::App& app, RenderArguments& arguments) {
    CLI::App* render = app.add_subcommand("render", "Turn biographies into chaptered audiobooks");
    render
        ->add_option("INPUT", arguments.inputs,
                     "Files or folders, or - for standard input; a folder means all readable files in it")
        ->type_name("");
    add_plan_options(*render, arguments);
    add_output_options(*render, arguments);
    add_reading_options(*render, arguments.reading);
    add_record_options(*render, arguments.records);
    add_voice_options(*render, arguments.voice);
    add_delivery_options(*render, arguments.delivery);
    add_run_options(*render, arguments);
}

RenderOptions make_render_options(const RenderArguments& arguments) {
    if (arguments.inputs.empty()) {
        throw Error(ErrorKind::usage, "nothing to render: give files or folders, for example `recital render "
                                      "biographies/` or `recital render chopin.txt -o chopin.m4b`");
    }
    RenderOptions options;
    options.json = arguments.json;
    options.quiet = arguments.quiet;
    Job& job = options.job;
    job.inputs.assign(arguments.inputs.begin(), arguments.inputs.end());
    job.output = arguments.output;
    job.reading = make_read_options(arguments.reading);
    job.fields = parse_record_fields(arguments.records.fields);
    job.ids = arguments.records.ids;
    job.lexicons = lexicon_files(arguments.voice);
    job.voice = delivering_voice(arguments.voice, arguments.delivery);
    job.formats = make_formats(named_formats(arguments), arguments.sample_rate, arguments.kilobits * 1000);
    job.split_chapters = arguments.split_chapters;
    apply_subtitle_options(arguments.subtitles, job);
    job.workers = arguments.workers != 0 ? arguments.workers
                                         : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    if (arguments.timeout_seconds != 0) {
        job.limits = limits_within(arguments.timeout_seconds);
    }
    job.skips_passages = arguments.on_error == "skip";
    if (!arguments.no_cache) {
        job.cache = arguments.cache.empty() ? usable_default_cache() : std::filesystem::path(arguments.cache);
    }
    if (!arguments.cache_size.empty()) {
        job.cache_bytes = parse_size(arguments.cache_size, "--cache-size");
    }
    job.keep_speech = arguments.keep_speech;
    apply_book_options(arguments.books, job);
    job.overwrite = arguments.overwrite;
    job.check_content = arguments.check_content;
    job.dry_run = arguments.dry_run;
    return options;
}

} // namespace recital
