// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/options.h"

#include "artwork/canvas/canvas.h"
#include "base/error.h"
#include "cli/options/tree.h"
#include "cli/tree/completion.h"
#include "cli/tree/correction.h"
#include "cli/tree/help_page.h"
#include "cli/tree/man_page.h"
#include "cli/tree/near_word.h"
#include "cli/tree/parse.h"
#include "container/book/book.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// What the shells' scripts in src/cli/completions call the program with: not for people, so not in the tree.
constexpr std::string_view completion_request = "--complete";

void check_plot(const InspectOptions& options) {
    if (options.plot.empty()) {
        return;
    }
    if (options.files.size() > 1) {
        throw Error(ErrorKind::usage, "--plot draws one file only: give a single FILE");
    }
    if (drawing_kind(options.plot).empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("--plot {}: unknown kind of picture: give a name that ends in .svg or .png",
                                options.plot.string()));
    }
    if (!options.overwrite && std::filesystem::exists(options.plot)) {
        throw Error(ErrorKind::usage,
                    fmt::format("--plot {} already exists: give another name, or replace it with --overwrite",
                                options.plot.string()));
    }
}

ScriptOptions make_script_options(ScriptOptions options, const ScriptArguments& arguments) {
    options.reading = make_read_options(arguments.reading);
    options.fields = parse_record_fields(arguments.records.fields);
    options.ids = arguments.records.ids;
    options.voice = named_voice(arguments.voice);
    options.lexicons = lexicon_files(arguments.voice);
    return options;
}

Options make_shard_or_render_options(const ProgramTree& tree) {
    const RenderArguments& render = tree.render;
    refuse_empty_values(*tree.root.find_command("render"));
    if (render.plan.empty() && render.retry_failed.empty()) {
        return make_render_options(render);
    }
    return make_shard_options(tree.root, render);
}

/// Refuses the name of a command that is not below this one. `words` are those of the command line before it.
[[noreturn]] void refuse_help(const Command& command, const std::string& name,
                              std::vector<std::string> words) {
    std::vector<std::string> names;
    for (const Command* const below : command.commands()) {
        names.push_back(below->get_name());
    }
    const std::string nearest = nearest_word(name, names);
    std::string remedy = names.empty() ? fmt::format("see `{}`", command_line(words))
                                       : fmt::format("choose one of {}", fmt::join(names, ", "));
    if (!nearest.empty()) {
        words.push_back(nearest);
        remedy = did_you_mean(words, nearest);
    }
    throw Error(ErrorKind::usage,
                fmt::format("'{}' is not a command of `{}`: {}", name, command.path(), remedy));
}

/// The command that `recital help` is asked for.
const Command& helped_command(const ProgramTree& tree) {
    const Command* command = &tree.root;
    std::vector<std::string> words = {"help"};
    for (const std::string& name : tree.program.help) {
        const Command* const below = command->find_command(name);
        if (below == nullptr) {
            refuse_help(*command, name, words);
        }
        words.push_back(name);
        command = below;
    }
    return *command;
}

PrintOptions make_help_options(const ProgramTree& tree) {
    const Command& command = helped_command(tree);
    return {tree.program.as_man_page ? man_page(command, application_name()) : help_page(command)};
}

/// What is asked of the program itself, without a command.
Options make_program_options(const ProgramTree& tree) {
    if (tree.program.version) {
        return VersionOptions{tree.program.verbose};
    }
    throw Error(ErrorKind::usage,
                "nothing to do: try `recital render biographies/`, `recital script FILE`, `recital "
                "voices` or `recital help`");
}

Options make_options(const ProgramTree& tree) {
    const auto is_chosen = [&tree](const char* name) { return tree.root.got_subcommand(name); };
    if (is_chosen("render")) {
        return make_shard_or_render_options(tree);
    }
    if (is_chosen("plan")) {
        refuse_empty_values(*tree.root.find_command("plan"));
        return make_plan_options(tree.root, tree.plan);
    }
    if (is_chosen("merge")) {
        return make_merge_options(tree.merge);
    }
    if (is_chosen("script")) {
        return make_script_options(tree.script, tree.script_arguments);
    }
    if (is_chosen("say")) {
        return make_say_options(tree.say);
    }
    if (is_chosen("preview")) {
        return make_preview_options(tree.preview);
    }
    if (is_chosen("lexicon")) {
        return make_lexicon_options(tree.root, tree.lexicon);
    }
    if (is_chosen("cache")) {
        return make_cache_options(tree.root, tree.cache);
    }
    if (is_chosen("voices")) {
        return tree.voices;
    }
    if (is_chosen("inspect")) {
        check_plot(tree.inspect);
        return tree.inspect;
    }
    if (is_chosen("verify")) {
        if (tree.verify.files.empty() && tree.verify.manifest.empty()) {
            throw Error(ErrorKind::usage, "nothing to verify: give finished audio files, or --manifest");
        }
        return tree.verify;
    }
    if (is_chosen("doctor")) {
        return DoctorOptions{default_cache(), tree.doctor.json};
    }
    return is_chosen("help") ? make_help_options(tree) : make_program_options(tree);
}

} // namespace

Options parse_options(int argument_count, const char* const* arguments) {
    ProgramTree tree;
    std::vector<std::string> words{arguments + std::min(argument_count, 1), arguments + argument_count};
    if (!words.empty() && words.front() == completion_request) {
        words.erase(words.begin());
        return PrintOptions{completions_of(tree.root, std::move(words))};
    }
    const GivenArguments given = read_arguments(tree.root, std::move(words));
    if (given.has("--help")) {
        return PrintOptions{help_page(*given.command)};
    }
    if (const auto mistake = parse_arguments(tree.root, given)) {
        throw Error(ErrorKind::usage, mistake->to_string());
    }
    return make_options(tree);
}

} // namespace recital
