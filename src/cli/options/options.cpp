// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/options.h"

#include "artwork/canvas/canvas.h"
#include "base/error.h"
#include "cli/options/cache.h"
#include "cli/options/forms.h"
#include "cli/options/help.h"
#include "cli/options/plan.h"
#include "cli/options/reading.h"
#include "cli/options/render.h"
#include "cli/options/voice.h"
#include "container/book/book.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace recital {

namespace {

/// The values of `recital lexicon check` as they were given.
struct CheckArguments {
    std::vector<std::string> inputs;
    VoiceArguments voice;
    ReadingArguments reading;
    RecordArguments records;
    bool json = false;
};

/// The values of `recital script` that are not kept as they were given.
struct ScriptArguments {
    VoiceArguments voice;
    ReadingArguments reading;
    RecordArguments records;
};

LexiconCheckOptions make_check_options(const CheckArguments& arguments) {
    LexiconCheckOptions options;
    options.job.inputs.assign(arguments.inputs.begin(), arguments.inputs.end());
    options.job.lexicons = lexicon_files(arguments.voice);
    options.job.reading = make_read_options(arguments.reading);
    options.job.fields = parse_record_fields(arguments.records.fields);
    options.job.ids = arguments.records.ids;
    options.job.voice = named_voice(arguments.voice);
    options.json = arguments.json;
    return options;
}

/// `recital lexicon`: what is pronounced how.
void add_lexicon(CLI::App& app, CheckArguments& arguments) {
    CLI::App* lexicon = app.add_subcommand("lexicon", "Manage name pronunciations");
    lexicon->require_subcommand(1);
    CLI::App* check = lexicon->add_subcommand("check", "List names that are in no lexicon");
    check->add_option("INPUT", arguments.inputs, "Files or folders; of a folder all readable files are used")
        ->required()
        ->type_name("");
    add_voice_options(*check, arguments.voice);
    add_reading_options(*check, arguments.reading);
    add_record_options(*check, arguments.records);
    begin_option_group(*check, output_group);
    check->add_flag("--json", arguments.json, "Print JSON");
}

void add_script(CLI::App& app, ScriptOptions& options, ScriptArguments& arguments) {
    CLI::App* script = app.add_subcommand("script", "Show the words that will be spoken");
    script->add_option("INPUT", options.input, "Text file, or - for standard input [-]")->type_name("");
    add_voice_options(*script, arguments.voice);
    add_reading_options(*script, arguments.reading);
    add_record_options(*script, arguments.records);
    begin_option_group(*script, output_group);
    script->add_flag("--explain", options.explain, "Also print tokens, phonemes and what decided them");
    script->add_flag("--lines", options.lines, "Read each line as a separate paragraph");
    script->add_flag("--json", options.json, "Print JSON, including the written sentences");
}

void add_voices(CLI::App& app, VoicesOptions& options) {
    CLI::App* voices =
        app.add_subcommand("voices", "List available voices and their measurements, or record samples");
    auto* audition =
        voices->add_option("--audition", options.audition, "Let each voice read TEXT into a file")
            ->type_name("TEXT");
    voices->add_option("-o,--output", options.output, "Folder for the files of --audition [auditions]")
        ->needs(audition)
        ->type_name("DIR");
    voices->add_flag("--json", options.json, "Print JSON")->excludes(audition);
}

void add_inspect(CLI::App& app, InspectOptions& options) {
    CLI::App* inspect = app.add_subcommand("inspect", "Measure finished audiobooks, chapter by chapter");
    inspect->add_option("FILE", options.files, "Finished audio files")->required()->type_name("");
    inspect->add_option("--plot", options.plot, "Plot the audio of one file, as .svg or .png")
        ->type_name("OUT");
    inspect->add_flag("--overwrite", options.overwrite, "Replace OUT if it exists");
    inspect->add_flag("--json", options.json, "Print JSON Lines");
}

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

void add_verify(CLI::App& app, VerifyOptions& options) {
    CLI::App* verify = app.add_subcommand("verify", "Check finished audiobooks for damage");
    auto* files = verify->add_option("FILE", options.files, "Finished audio files")->type_name("");
    verify
        ->add_option("--manifest", options.manifest,
                     "Check size and SHA-256 of all files that a merged manifest (see `recital merge`) names")
        ->excludes(files)
        ->type_name("MANIFEST");
    verify->add_flag("--json", options.json, "Print JSON Lines");
}

void add_doctor(CLI::App& app, DoctorOptions& options) {
    CLI::App* doctor = app.add_subcommand("doctor", "Show what works and what is missing on this machine");
    doctor->add_flag("--json", options.json, "Print JSON");
}

/// Releases of the library say "1 to 1024" or "[1 - 1024]": it is always the first.
std::string with_plain_range(std::string message) {
    constexpr std::string_view opening = "not in range [";
    constexpr std::string_view middle = " - ";
    const std::size_t begin = message.find(opening);
    const std::size_t dash = begin == std::string::npos ? begin : message.find(middle, begin);
    if (dash != std::string::npos && message.ends_with(']')) {
        message.pop_back();
        message.replace(dash, middle.size(), " to ");
        message.erase(begin + opening.size() - 1, 1);
    }
    return message;
}

} // namespace

Options parse_options(int argument_count, const char* const* arguments) {
    CLI::App app("Turn biographies of musicians into chaptered audiobooks.", "recital");
    app.formatter(std::make_shared<HelpFormatter>());
    app.set_version_flag("--version", std::string(application_name()));
    app.require_subcommand(0, 1);
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    RenderArguments render;
    ScriptOptions script;
    VoicesOptions voices;
    add_render_command(app, render);
    PlanArguments plan;
    add_plan_command(app, plan);
    MergeArguments merge;
    add_merge_command(app, merge);
    ScriptArguments script_arguments;
    add_script(app, script, script_arguments);
    CheckArguments check;
    add_lexicon(app, check);
    add_voices(app, voices);
    InspectOptions inspect;
    add_inspect(app, inspect);
    VerifyOptions verify;
    add_verify(app, verify);
    CacheArguments cache;
    add_cache_command(app, cache);
    DoctorOptions doctor;
    add_doctor(app, doctor);
    try {
        parse_arguments(app, {arguments + std::min(argument_count, 1), arguments + argument_count});
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return PrintOptions{chosen.empty() ? app.help() : chosen.front()->help("recital")};
    } catch (const CLI::CallForVersion&) {
        return PrintOptions{fmt::format("{}\n", application_name())};
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorKind::usage,
                    fmt::format("{}: see `recital --help`", with_plain_range(error.what())));
    }
    if (app.got_subcommand("render")) {
        refuse_empty_values(*app.get_subcommand("render"));
        return render.plan.empty() && render.retry_failed.empty() ? make_render_options(render)
                                                                  : make_shard_options(app, render);
    }
    if (app.got_subcommand("plan")) {
        refuse_empty_values(*app.get_subcommand("plan"));
        return make_plan_options(app, plan);
    }
    if (app.got_subcommand("merge")) {
        return make_merge_options(merge);
    }
    if (app.got_subcommand("script")) {
        script.reading = make_read_options(script_arguments.reading);
        script.fields = parse_record_fields(script_arguments.records.fields);
        script.ids = script_arguments.records.ids;
        script.voice = named_voice(script_arguments.voice);
        script.lexicons = lexicon_files(script_arguments.voice);
        return script;
    }
    if (app.got_subcommand("lexicon")) {
        return make_check_options(check);
    }
    if (app.got_subcommand("cache")) {
        return make_cache_options(app, cache);
    }
    if (app.got_subcommand("voices")) {
        return voices;
    }
    if (app.got_subcommand("inspect")) {
        check_plot(inspect);
        return inspect;
    }
    if (app.got_subcommand("verify")) {
        if (verify.files.empty() && verify.manifest.empty()) {
            throw Error(ErrorKind::usage, "nothing to verify: give finished audio files, or --manifest");
        }
        return verify;
    }
    if (app.got_subcommand("doctor")) {
        doctor.cache = default_cache();
        return doctor;
    }
    throw Error(ErrorKind::usage,
                "nothing to do: try `recital render biographies/`, `recital script FILE`, `recital "
                "voices` or `recital --help`");
}

} // namespace recital
