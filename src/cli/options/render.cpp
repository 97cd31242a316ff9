// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/render.h"

#include "base/error.h"
#include "base/strings.h"
#include "cli/options/cache.h"
#include "cli/tree/command.h"
#include "cli/tree/correction.h"
#include "studio/planning/output_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>
#include <thread>

namespace recital {

namespace {

constexpr std::size_t max_workers = 1024;
constexpr int max_sample_rate = 768000;
constexpr int max_kilobits = 1000;
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

void add_output_options(Command& render, RenderArguments& arguments) {
    begin_option_group(render, output_group);
    ValueGuide output = folder_path("DIR|FILE", "books");
    output.kind = ValueKind::path;
    render.add_value("-o,--output", arguments.output,
                     "Folder for the books, or the file of a single book [audiobooks]", output);
    add_format_options(render, arguments);
    render.set_destructive(
        render.add_flag("--overwrite", arguments.overwrite, "Also replace files that recital did not make"));
}

void add_plan_options(Command& render, RenderArguments& arguments) {
    begin_option_group(render, plan_group);
    auto* const plan = render.add_value("--plan", arguments.plan,
                                        "Make the books of a plan (see `recital plan`) in place of INPUT",
                                        file_path("PLAN", "plan"));
    auto* const shard = render
                            .add_value("--shard", arguments.shard,
                                       "Part of the plan, from 1: 3/32, several as 1-4/32, or auto/32 by the "
                                       "number of an array job [all]",
                                       any_text("K/N", "3/32"))
                            ->needs(plan);
    render
        .add_value("--retry-failed", arguments.retry_failed,
                   "Make only the books that a merged manifest (see `recital merge`) has as failed",
                   file_path("MANIFEST", "books/recital-manifest/manifest.json"))
        ->excludes(shard);
}

void add_cache_options(Command& render, RenderArguments& arguments) {
    auto* const cache = render.add_value(
        "--cache", arguments.cache, "Folder in which rendered passages are kept [$XDG_CACHE_HOME/recital]",
        folder_path("DIR", "cache"));
    auto* const cache_size =
        render.add_value("--cache-size", arguments.cache_size,
                         "Size of that folder, in bytes or with K, M, G or T: what was not "
                         "used for the longest time is removed [5G]",
                         size_guide());
    auto* const no_cache = render.add_flag("--no-cache", arguments.no_cache, "Keep no rendered passages")
                               ->excludes(cache)
                               ->excludes(cache_size);
    render
        .add_flag("--keep-speech", arguments.keep_speech,
                  "Also keep the speech, so that other formats need no synthesis")
        ->excludes(no_cache);
}

void add_run_options(Command& render, RenderArguments& arguments) {
    begin_option_group(render, run_group);
    render.add_flag("--dry-run", arguments.dry_run,
                    "Show what would be made and what it would take, but write nothing");
    render.add_flag("--check-content", arguments.check_content,
                    "Read all inputs to see whether they have changed, whatever their times say");
    render.add_value("-j,--jobs", arguments.workers,
                     "Number of passages rendered in parallel [number of cores]",
                     whole_number("N", 1, max_workers, "4"));
    ValueGuide seconds = whole_number("SECONDS", 1, max_timeout_seconds, "600");
    seconds.unit = "seconds";
    seconds.units = {{"s", 1}, {"sec", 1}, {"seconds", 1}, {"m", 60}, {"min", 60}, {"h", 3600}};
    render.add_value("--timeout", arguments.timeout_seconds,
                     "Time limit for each passage, picture or text, in seconds [600]", seconds);
    render.add_value("--on-error", arguments.on_error,
                     "What a passage that cannot be spoken costs: its book (fail) or itself (skip) [fail]",
                     one_of("WHAT", {"fail", "skip"}, "skip"));
    add_cache_options(render, arguments);
    render.add_flag("--json", arguments.json, "Print a report as JSON Lines on standard output");
    render.add_flag("-q,--quiet", arguments.quiet, "Print only warnings and errors");
}

void describe_render(Command& render) {
    render.add_example("recital render chopin.txt", "makes audiobooks/Frédéric Chopin.m4b");
    render.add_example("recital render biographies/ -o books", "a folder: one book for each musician");
    render.add_example("recital render biographies/ --dry-run",
                       "shows what would be made, and writes nothing");
    render.add_example("recital render chopin.txt --format m4b,mp3 --subtitles vtt",
                       "two formats, with subtitles beside them");
    render.add_example("recital render chopin.txt -v british --speed 0.9", "another voice, slower");
    render.add_example("recital render dump.jsonl --fields name=artist,text=bio,id=mbid",
                       "rows of a table with these fields");
    render.add_example("recital render --plan plan --shard 3/32 -o books",
                       "one of 32 parts of the books that `recital plan` planned");
    add_usual_exits(render, "all books are written");
    render.add_exit(1, "some books failed, the others are written");
    render.add_exit(3, "no book was written");
    render.add_exit(75, "told to stop (SIGTERM): the next run reuses what is finished");
    render.add_exit(130, "interrupted (Ctrl-C): the next run reuses what is finished");
}

ValueGuide format_guide() {
    std::vector<std::string> names;
    for (const AudioContainer& format : all_formats()) {
        names.emplace_back(format.name);
    }
    ValueGuide guide = list_of("LIST", std::move(names), "m4b,mp3");
    guide.other_words = {{"m4a", "m4b"},  {"mp4", "m4b"},  {"aac", "m4b"},     {"audiobook", "m4b"},
                         {"ogg", "opus"}, {"oga", "opus"}, {"vorbis", "opus"}, {"wave", "wav"}};
    return guide;
}

/// Refuses what is probably the name of a file in a format that is not written: it would become a folder.
/// Names of folders may have dots, so only one text, of which there is one book, counts.
void check_output_name(const RenderArguments& arguments) {
    const std::filesystem::path output = arguments.output;
    const std::string extension = output.extension().string();
    constexpr std::size_t max_extension = 5; // with its dot
    std::error_code ignored;
    const bool is_one_text = arguments.inputs.size() == 1 && !is_record_kind(arguments.inputs.front()) &&
                             !std::filesystem::is_directory(arguments.inputs.front(), ignored);
    const bool has_letter = std::any_of(extension.begin(), extension.end(),
                                        [](unsigned char letter) { return std::isalpha(letter) != 0; });
    if (!is_one_text || !has_letter || extension.size() > max_extension || output.stem().empty() ||
        format_of_output(output) || std::filesystem::is_directory(output, ignored)) {
        return;
    }
    const ValueGuide formats = format_guide();
    const std::string likely = likely_value(formats, extension);
    const std::string shown = likely.empty() ? formats.all_words().front() : likely;
    throw Error(
        ErrorKind::usage,
        fmt::format("-o {0}: recital does not write {1}: name the file with one of {2}, for example -o {3}; "
                    "for a folder of this name, -o {4}",
                    arguments.output, extension, fmt::join(formats.all_words(), ", "),
                    shell_quoted(std::filesystem::path(output).replace_extension(shown).string()),
                    shell_quoted(arguments.output + '/')));
}

} // namespace

void add_format_options(Command& command, RenderArguments& arguments) {
    command.add_repeatable("--format", arguments.formats,
                           "Formats, separated by commas: m4b,mp3,opus,flac,wav [m4b]", format_guide());
    ValueGuide rate = whole_number("HZ", 1, max_sample_rate, "48000");
    rate.unit = "Hz";
    rate.units = {{"hz", 1}, {"k", 1000}, {"khz", 1000}};
    command.add_value("--sample-rate", arguments.sample_rate, "Sample rate in Hz [24000; opus 48000]", rate);
    ValueGuide kilobits = whole_number("KBPS", 1, max_kilobits, "64");
    kilobits.unit = "kb/s";
    kilobits.units = {{"k", 1}, {"kb", 1}, {"kbps", 1}, {"kbit", 1}, {"kb/s", 1}, {"kbit/s", 1}};
    command.add_value("--bitrate", arguments.kilobits, "Bit rate in kb/s [m4b 64, mp3 80, opus 48]",
                      kilobits);
    command.add_flag("--split-chapters", arguments.split_chapters,
                     "Also write each chapter as a separate file, with a playlist");
    add_subtitle_options(command, arguments.subtitles);
    add_book_options(command, arguments.books);
}

void add_render_command(Command& root, RenderArguments& arguments) {
    Command& render = root.add_command("render", "Turn biographies into chaptered audiobooks");
    describe_render(render);
    render.add_value("INPUT", arguments.inputs,
                     "Files or folders, or - for standard input; a folder means all readable files in it",
                     {ValueKind::path, "", "biographies/"});
    add_plan_options(render, arguments);
    add_output_options(render, arguments);
    add_reading_options(render, arguments.reading);
    add_record_options(render, arguments.records);
    add_voice_options(render, arguments.voice);
    add_delivery_options(render, arguments.delivery);
    add_run_options(render, arguments);
}

RenderOptions make_render_options(const RenderArguments& arguments) {
    if (arguments.inputs.empty()) {
        throw Error(ErrorKind::usage, "nothing to render: give files or folders, for example `recital render "
                                      "biographies/` or `recital render chopin.txt -o chopin.m4b`");
    }
    check_output_name(arguments);
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
