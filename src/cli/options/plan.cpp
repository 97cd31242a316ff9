// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/plan.h"

#include "base/error.h"
#include "base/strings.h"
#include "cli/tree/correction.h"
#include "cli/tree/parse.h"
#include "studio/manifest/manifest_merge.h"
#include "studio/planning/output_name.h"
#include "studio/sharding/make_plan.h"
#include "studio/sharding/plan_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Options whose values are files: a plan has their absolute paths, because its shards run elsewhere.
constexpr std::array<std::string_view, 3> file_options = {"lexicon", "cover", "voice"};

/// Whether the option decides what the books are, as opposed to where and how they are made.
bool shapes_books(const CLI::Option& option) {
    return !option.get_positional() &&
           (option.get_group() == input_group || option.get_group() == voice_group ||
            option.get_group() == output_group);
}

std::string long_name(const CLI::Option& option) {
    return option.get_lnames().empty() ? std::string() : option.get_lnames().front();
}

/// A value as a plan keeps it.
std::string portable_value(const std::string& name, const std::string& value) {
    const bool may_be_file = std::find(file_options.begin(), file_options.end(), name) != file_options.end();
    std::error_code ignored;
    return may_be_file && std::filesystem::is_regular_file(value, ignored)
               ? std::filesystem::absolute(value).lexically_normal().string()
               : value;
}

/// What was given of the options that shape books, as arguments of `recital render`.
std::vector<std::string> shaping_arguments(const Command& command) {
    std::vector<std::string> arguments;
    for (const CLI::Option* option : command.named_options()) {
        const std::string name = long_name(*option);
        if (option->count() == 0 || !shapes_books(*option) || name == "output") {
            continue;
        }
        for (const std::string& value : option->results()) {
            arguments.push_back(fmt::format("--{}={}", name, portable_value(name, value)));
        }
    }
    return arguments;
}

/// The arguments of `recital render` that a plan, or a part of one, has.
RenderArguments parse_shaping_arguments(const std::vector<std::string>& given, const std::string& file) {
    RenderArguments arguments;
    Command root("", "recital");
    add_render_command(root, arguments);
    std::vector<std::string> words{"render"};
    words.insert(words.end(), given.begin(), given.end());
    const GivenArguments explained = read_arguments(root, std::move(words));
    std::string problem = explained.has("--help") ? "--help" : "";
    if (const auto mistake = parse_arguments(root, explained)) {
        problem = mistake->problem;
    }
    if (!problem.empty()) {
        throw Error(
            ErrorKind::input,
            fmt::format("this plan has an option that this version of the program does not have: {}: make "
                        "the plan again",
                        problem),
            {file, 0});
    }
    return arguments;
}

/// Refuses what the plan decides.
void check_shard_options(const Command& render) {
    for (const CLI::Option* option : render.named_options()) {
        const std::string name = long_name(*option);
        if (option->count() > 0 && shapes_books(*option) && name != "output" && name != "overwrite") {
            throw Error(ErrorKind::usage,
                        fmt::format("--{} decides what the books are: give it to `recital plan`", name));
        }
    }
}

void check_merge_options(const Command& plan, const PlanArguments& arguments) {
    if (!arguments.render.inputs.empty()) {
        throw Error(ErrorKind::usage, "give inputs or --merge, not both: parts have their own inputs");
    }
    if (const auto given = shaping_arguments(plan); !given.empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("{} was to be given where the parts were made", given.front()));
    }
}

/// The one shard that is named.
Shard the_shard(const PlanArguments& arguments) {
    const std::vector<Shard> shards = parse_shards(arguments.shard);
    if (shards.size() != 1) {
        throw Error(ErrorKind::usage, "--shard names one part here: make one part at a time");
    }
    if (!arguments.render.records.ids.empty()) {
        throw Error(ErrorKind::usage,
                    "--id and --shard exclude each other: one part cannot know that no other "
                    "has the id");
    }
    return shards.front();
}

} // namespace

void add_plan_command(Command& root, PlanArguments& arguments) {
    Command& plan = root.add_command("plan", "Plan books that several machines are to make");
    plan.add_example("recital plan biographies/ -o plan", "decides what the books of these files are");
    plan.add_example("recital plan dump.jsonl -o parts/3 --shard 3/16",
                     "reads a sixteenth of a large table, on one of several machines");
    plan.add_example("recital plan --merge parts/* -o plan", "makes one plan of such parts");
    add_usual_exits(plan, "the plan is written, and all inputs were read");
    plan.add_exit(1, "some inputs could not be read; the plan has the others");
    plan.add_exit(3, "no plan was written");
    plan.add_value("INPUT", arguments.render.inputs,
                   "Files or folders; a folder means all readable files in it",
                   {ValueKind::path, "", "biographies/"});
    plan.add_value("-o,--output", arguments.plan, "File for the plan", file_path("PLAN", "plan"))->required();
    auto* const shard =
        plan.add_value("--shard", arguments.shard,
                       "Read only a part of the inputs, such as 3/16, or auto/16 by the number of an "
                       "array job; PLAN is then a part for --merge",
                       any_text("K/N", "3/16"));
    plan.add_value("--merge", arguments.parts, "Make the plan of all its parts, in place of INPUT",
                   file_path("PART ...", "parts/1"))
        ->excludes(shard);
    begin_option_group(plan, output_group);
    add_format_options(plan, arguments.render);
    add_reading_options(plan, arguments.render.reading);
    add_record_options(plan, arguments.render.records);
    add_voice_options(plan, arguments.render.voice);
    add_delivery_options(plan, arguments.render.delivery);
    begin_option_group(plan, run_group);
    plan.add_flag("--json", arguments.render.json, "Print a report as JSON Lines on standard output");
    plan.add_flag("-q,--quiet", arguments.render.quiet, "Print only warnings and errors");
}

void add_merge_command(Command& root, MergeArguments& arguments) {
    Command& merge = root.add_command("merge", "Check that shards made every book of a plan once");
    merge.add_example("recital merge books --plan plan",
                      "names every book that is missing or is there twice");
    add_usual_exits(merge, "every book of the plan is there once");
    merge.add_exit(1, "some books are missing or failed");
    merge.add_exit(3, "nothing could be checked");
    merge.add_value("DIR", arguments.output, "Folder of the books", folder_path("", "books"))->required();
    merge.add_value("--plan", arguments.plan, "The plan", file_path("PLAN", "plan"))->required();
    merge.add_flag("--json", arguments.json, "Print JSON");
}

PlanOptions make_plan_options(const Command& root, const PlanArguments& arguments) {
    PlanOptions options;
    options.file = arguments.plan;
    options.json = arguments.render.json;
    options.quiet = arguments.render.quiet;
    const Command& plan = *root.find_command("plan");
    RenderArguments render = arguments.render;
    if (!arguments.parts.empty()) {
        check_merge_options(plan, arguments);
        options.parts.assign(arguments.parts.begin(), arguments.parts.end());
        render = parse_shaping_arguments(arguments_of_part(arguments.parts.front()), arguments.parts.front());
        render.inputs = {arguments.parts.front()};
    } else if (render.inputs.empty()) {
        throw Error(ErrorKind::usage, "nothing to plan: give files or folders, for example `recital plan "
                                      "biographies/ -o plan.jsonl`");
    }
    render.no_cache = true;
    for (std::string& input : render.inputs) {
        if (input == "-") {
            throw Error(ErrorKind::usage,
                        "a plan cannot be made of standard input: its shards could not read it");
        }
        input = std::filesystem::absolute(input).lexically_normal().string();
    }
    options.job = make_render_options(render).job;
    options.arguments = shaping_arguments(plan);
    if (!arguments.shard.empty()) {
        options.shard = the_shard(arguments);
    }
    return options;
}

MergeOptions make_merge_options(const MergeArguments& arguments) {
    return {arguments.output, arguments.plan, arguments.json};
}

void refuse_empty_values(const Command& command) {
    for (const char* const name : {"--plan", "--shard", "--retry-failed", "--output"}) {
        const CLI::Option* const option = command.find_option(name);
        if (option != nullptr && option->count() > 0 && option->results().front().empty()) {
            throw Error(ErrorKind::usage, fmt::format("{} is empty: is a variable not set?", name));
        }
    }
}

RenderOptions make_shard_options(const Command& root, const RenderArguments& arguments) {
    if (!arguments.inputs.empty()) {
        throw Error(ErrorKind::usage, "give inputs or a plan, not both: a plan has its own inputs");
    }
    const Command& render = *root.find_command("render");
    check_shard_options(render);
    std::string plan_path = arguments.plan;
    std::string output = arguments.output;
    if (!arguments.retry_failed.empty()) {
        const ManifestRoot manifest = read_manifest_root(arguments.retry_failed);
        plan_path = plan_path.empty() ? manifest.plan.string() : plan_path;
        output = render.find_option("--output")->count() == 0 ? manifest.output.string() : output;
    }
    if (format_of_output(output)) {
        throw Error(ErrorKind::usage,
                    fmt::format("-o {} is a file: the books of a plan go into a folder", output));
    }
    RenderArguments all = parse_shaping_arguments(PlanFile(plan_path).summary().arguments, plan_path);
    all.inputs = {plan_path};
    all.output = output;
    all.overwrite = arguments.overwrite;
    all.workers = arguments.workers;
    all.timeout_seconds = arguments.timeout_seconds;
    all.on_error = arguments.on_error;
    all.cache = arguments.cache;
    all.cache_size = arguments.cache_size;
    all.no_cache = arguments.no_cache;
    all.keep_speech = arguments.keep_speech;
    all.dry_run = arguments.dry_run;
    all.json = arguments.json;
    all.quiet = arguments.quiet;
    RenderOptions options = make_render_options(all);
    options.job.inputs = {};
    options.job.plan = plan_path;
    if (!arguments.shard.empty()) {
        options.job.shards = parse_shards(arguments.shard);
    }
    options.job.manifest = arguments.retry_failed;
    options.job.retries_failed = !arguments.retry_failed.empty();
    return options;
}

} // namespace recital
