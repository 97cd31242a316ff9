// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "base/resources.h"
#include "base/unicode.h"
#include "cli/book_options.h"
#include "cli/text_options.h"
#include "speech/voice.h"
#include "studio/canvas.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <thread>

namespace recital {

namespace {

constexpr double slowest_speed = 0.5;
constexpr double fastest_speed = 3;
constexpr std::size_t most_workers = 1024;
constexpr const char* default_voice = "narrator";

/// How documents are read, as it was given.
struct ReadingArguments {
    std::string encoding;
    std::string musician;
    std::string chapters_from = "auto";
    bool no_repair = false;
    bool captions = false;
};

/// The values of `recital lexicon check` as they were given.
struct CheckArguments {
    std::vector<std::string> inputs;
    std::string voice = default_voice;
    std::vector<std::string> lexicons;
    ReadingArguments reading;
    std::string fields;
    bool json = false;
};

/// The values of `recital script` that are not kept as they were given.
struct ScriptArguments {
    std::string voice = default_voice;
    std::vector<std::string> lexicons;
    ReadingArguments reading;
};

/// The values of `recital render` as they were given, before they are checked against each other.
struct RenderArguments {
    std::vector<std::string> inputs;
    std::string output = "audiobooks";
    std::string voice = default_voice;
    std::optional<double> speed;
    std::optional<double> words_per_minute;
    std::optional<std::string> announce;
    std::vector<std::string> formats;
    bool split_chapters = false;
    TextArguments text;
    int sample_rate = 0;
    int kilobits = 0;
    std::size_t workers = 0;
    std::string cache;
    bool no_cache = false;
    std::vector<std::string> lexicons;
    ReadingArguments reading;
    std::string fields;
    BookArguments books;
    bool overwrite = false;
    bool dry_run = false;
    bool json = false;
    bool quiet = false;
};

std::filesystem::path environment_path(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): there is one thread
    return value == nullptr ? "" : value;
}

/// XDG Base Directory Specification 0.8: a relative $XDG_CACHE_HOME is to be ignored.
std::filesystem::path default_cache() {
    if (const auto cache = environment_path("XDG_CACHE_HOME"); cache.is_absolute()) {
        return cache / "recital";
    }
    if (const auto home = environment_path("HOME"); home.is_absolute()) {
        return home / ".cache" / "recital";
    }
    return {}; // nowhere to keep takes
}

Voice named_voice(const std::string& name) {
    return load_voice(resource_folder() / "voices", name);
}

Voice effective_voice(const RenderArguments& arguments) {
    const Voice voice = named_voice(arguments.voice);
    double factor = 1;
    if (arguments.speed) {
        if (!(*arguments.speed >= slowest_speed && *arguments.speed <= fastest_speed)) {
            throw Error(
                ErrorKind::usage,
                fmt::format("--speed {} is not possible: it multiplies the voice's own rate, from {} to "
                            "{}; for words a minute use --wpm",
                            *arguments.speed, slowest_speed, fastest_speed));
        }
        factor = *arguments.speed;
    }
    if (arguments.words_per_minute) {
        factor = *arguments.words_per_minute / voice.engine.words_per_minute;
    }
    Voice result = at_speed(voice, factor);
    const double rate = result.engine.words_per_minute;
    if (!(rate >= slowest_words_per_minute && rate <= fastest_words_per_minute)) {
        throw Error(ErrorKind::usage, fmt::format("{:.0f} words a minute are not possible: choose {} to {}",
                                                  rate, slowest_words_per_minute, fastest_words_per_minute));
    }
    return result;
}

ReadOptions make_read_options(const ReadingArguments& arguments) {
    ReadOptions options;
    options.encoding = arguments.encoding;
    options.repair = !arguments.no_repair;
    options.musician = arguments.musician;
    options.chapters = parse_chapter_plan(arguments.chapters_from);
    options.captions = arguments.captions;
    return options;
}

/// Which announcements a list such as "opening,closing" asks for; "none" for none of them.
Announcements parse_announcements(std::string_view list) {
    Announcements asked{false, false, false};
    while (!list.empty() && list != "none") {
        const auto comma = std::min(list.find(','), list.size());
        const std::string_view name = list.substr(0, comma);
        if (name == "opening") {
            asked.opening = true;
        } else if (name == "titles") {
            asked.chapter_titles = true;
        } else if (name == "closing") {
            asked.closing = true;
        } else {
            throw Error(ErrorKind::usage,
                        fmt::format("--announce {} is not possible: give none, or some of opening, "
                                    "titles and closing with commas between them",
                                    list));
        }
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return asked;
}

/// Where no format is named: that of the file which the books are to go into, else the usual one.
std::vector<std::string> formats_meant(const std::filesystem::path& output) {
    const std::string extension = fold_case(output.extension().string());
    const auto formats = all_formats();
    const auto meant = std::find_if(formats.begin(), formats.end(), [&extension](const FormatTraits& format) {
        return extension == fmt::format(".{}", format.name);
    });
    return {std::string(meant == formats.end() ? formats.front().name : meant->name)};
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
    job.fields = parse_record_fields(arguments.fields);
    job.lexicons.assign(arguments.lexicons.begin(), arguments.lexicons.end());
    job.voice = effective_voice(arguments);
    if (arguments.announce) {
        job.voice.announcements = parse_announcements(*arguments.announce);
    }
    job.formats = make_formats(arguments.formats.empty() ? formats_meant(job.output) : arguments.formats,
                               arguments.sample_rate, arguments.kilobits * 1000);
    job.split_chapters = arguments.split_chapters;
    apply(arguments.text, job);
    job.workers = arguments.workers != 0 ? arguments.workers
                                         : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    if (!arguments.no_cache) {
        job.cache = arguments.cache.empty() ? default_cache() : std::filesystem::path(arguments.cache);
    }
    apply_book_options(arguments.books, job);
    job.overwrite = arguments.overwrite;
    job.dry_run = arguments.dry_run;
    return options;
}

LexiconCheckOptions make_check_options(const CheckArguments& arguments) {
    LexiconCheckOptions options;
    options.job.inputs.assign(arguments.inputs.begin(), arguments.inputs.end());
    options.job.lexicons.assign(arguments.lexicons.begin(), arguments.lexicons.end());
    options.job.reading = make_read_options(arguments.reading);
    options.job.fields = parse_record_fields(arguments.fields);
    options.job.voice = named_voice(arguments.voice);
    options.json = arguments.json;
    return options;
}

void add_reading(CLI::App& command, ReadingArguments& arguments) {
    command.add_option("--encoding", arguments.encoding, "Encoding of the input [found out]")
        ->type_name("NAME");
    command.add_option("--musician", arguments.musician, "Whom the text is about [found out]")
        ->type_name("NAME");
    command.add_option("--chapters-from", arguments.chapters_from, "auto, paragraphs, h1, h2, ... [auto]")
        ->type_name("WHAT");
    command.add_flag("--no-repair", arguments.no_repair, "Leave text that was decoded wrongly as it is");
    command.add_flag("--read-captions", arguments.captions, "Read the captions of figures aloud");
}

void add_voice(CLI::App& command, std::string& voice) {
    command
        .add_option("-v,--voice", voice,
                    "A voice of `recital voices`, or a profile of your own (.toml) [narrator]")
        ->type_name("VOICE");
}

void add_lexicons(CLI::App& command, std::vector<std::string>& lexicons) {
    command
        .add_option("--lexicon", lexicons,
                    "How names are pronounced: a table, or a W3C lexicon (.pls); repeatable")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE");
}

void add_fields(CLI::App& command, std::string& fields) {
    command
        .add_option("--fields", fields, "Fields of JSON Lines and CSV, such as name=artist,text=bio,id=mbid")
        ->type_name("LIST");
}

void add_render(CLI::App& app, RenderArguments& arguments) {
    CLI::App* render = app.add_subcommand("render", "Turn biographies into chaptered audiobooks");
    render->add_option("INPUT", arguments.inputs, "Files, and folders with all that is in them")
        ->type_name("");
    render
        ->add_option("-o,--output", arguments.output,
                     "Folder for the books, or the one book's file [audiobooks]")
        ->type_name("DIR|FILE");
    add_voice(*render, arguments.voice);
    add_lexicons(*render, arguments.lexicons);
    auto* speed =
        render->add_option("--speed", arguments.speed, "Speak that many times as fast, pauses too: 0.5 to 3")
            ->type_name("X");
    render->add_option("--wpm", arguments.words_per_minute, "Speak at that rate: 80 to 450 words a minute")
        ->excludes(speed)
        ->type_name("N");
    render
        ->add_option("--announce", arguments.announce,
                     "What is said beside the text: none, or some of opening,titles,closing [all]")
        ->type_name("LIST");
    render->add_option("--format", arguments.formats, "m4b, mp3, opus, flac or wav; repeatable [m4b]")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FORMAT");
    render->add_flag("--split-chapters", arguments.split_chapters,
                     "Also write every chapter as a file of its own, with a playlist");
    add_text_options(*render, arguments.text);
    render->add_option("--sample-rate", arguments.sample_rate, "Of the book, in Hz [24000; opus 48000]")
        ->check(CLI::PositiveNumber)
        ->type_name("HZ");
    render->add_option("--bitrate", arguments.kilobits, "Of the book, in kb/s [m4b 64, mp3 80, opus 48]")
        ->check(CLI::Range(1, 1000))
        ->type_name("KBPS");
    render->add_option("-j,--jobs", arguments.workers, "Passages rendered at once [all cores]")
        ->check(CLI::Range(std::size_t{1}, most_workers))
        ->type_name("N");
    auto* cache =
        render->add_option("--cache", arguments.cache, "Folder that keeps rendered passages for the next run")
            ->type_name("DIR");
    render->add_flag("--no-cache", arguments.no_cache, "Keep nothing for the next run")->excludes(cache);
    add_reading(*render, arguments.reading);
    add_fields(*render, arguments.fields);
    add_book_options(*render, arguments.books);
    render->add_flag("--overwrite", arguments.overwrite, "Replace files that recital did not make, too");
    render->add_flag("--dry-run", arguments.dry_run, "Say what would be made, and write nothing");
    render->add_flag("--json", arguments.json, "Report as JSON Lines on standard output");
    render->add_flag("-q,--quiet", arguments.quiet, "Say nothing but warnings and errors");
}

/// `recital lexicon`: what is pronounced how.
void add_lexicon(CLI::App& app, CheckArguments& arguments) {
    CLI::App* lexicon = app.add_subcommand("lexicon", "See to the pronunciation of names");
    lexicon->require_subcommand(1);
    CLI::App* check = lexicon->add_subcommand("check", "List the names that no lexicon has");
    check->add_option("INPUT", arguments.inputs, "Files, and folders with all that is in them")
        ->required()
        ->type_name("");
    add_voice(*check, arguments.voice);
    add_lexicons(*check, arguments.lexicons);
    add_reading(*check, arguments.reading);
    add_fields(*check, arguments.fields);
    check->add_flag("--json", arguments.json, "As JSON");
}

void add_script(CLI::App& app, ScriptOptions& options, ScriptArguments& arguments) {
    CLI::App* script = app.add_subcommand("script", "Show what will be spoken");
    script->add_option("INPUT", options.input, "A file, or - for standard input [-]")->type_name("");
    add_voice(*script, arguments.voice);
    add_lexicons(*script, arguments.lexicons);
    add_reading(*script, arguments.reading);
    script->add_flag("--explain", options.explain, "Also tokens, phonemes, and what decided them");
    script->add_flag("--lines", options.lines, "Take every line as a paragraph of its own");
    script->add_flag("--json", options.json, "As JSON, with the written sentences");
}

void add_voices(CLI::App& app, VoicesOptions& options) {
    CLI::App* voices = app.add_subcommand("voices", "List the voices, or hear them all");
    auto* audition =
        voices->add_option("--audition", options.audition, "Let every voice read this text into a file")
            ->type_name("TEXT");
    voices->add_option("-o,--output", options.output, "Folder for these files [auditions]")
        ->needs(audition)
        ->type_name("DIR");
    voices->add_flag("--json", options.json, "As JSON")->excludes(audition);
}

void add_inspect(CLI::App& app, InspectOptions& options) {
    CLI::App* inspect = app.add_subcommand("inspect", "Measure finished audiobooks, chapter by chapter");
    inspect->add_option("FILE", options.files, "Finished audio files")->required()->type_name("");
    inspect->add_option("--plot", options.plot, "Draw the one file's sound, as .svg or .png")
        ->type_name("OUT");
    inspect->add_flag("--json", options.json, "As JSON Lines");
}

void check_plot(const InspectOptions& options) {
    if (options.plot.empty()) {
        return;
    }
    if (options.files.size() > 1) {
        throw Error(ErrorKind::usage, "--plot draws one file: name one FILE alone");
    }
    if (drawing_kind(options.plot).empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("--plot {} cannot be drawn: give a name that ends in .svg or .png",
                                options.plot.string()));
    }
}

void add_verify(CLI::App& app, VerifyOptions& options) {
    CLI::App* verify = app.add_subcommand("verify", "Check that finished audiobooks are whole");
    verify->add_option("FILE", options.files, "Finished audio files")->required()->type_name("");
    verify->add_flag("--json", options.json, "As JSON Lines");
}

} // namespace

Options parse_options(int argument_count, const char* const* arguments) {
    CLI::App app("Turns biographies of musicians into chaptered audiobooks.", "recital");
    app.set_version_flag("--version", "recital " RECITAL_VERSION);
    app.require_subcommand(0, 1);
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    RenderArguments render;
    ScriptOptions script;
    VoicesOptions voices;
    add_render(app, render);
    ScriptArguments script_arguments;
    add_script(app, script, script_arguments);
    CheckArguments check;
    add_lexicon(app, check);
    add_voices(app, voices);
    InspectOptions inspect;
    add_inspect(app, inspect);
    VerifyOptions verify;
    add_verify(app, verify);
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return PrintOptions{chosen.empty() ? app.help() : chosen.front()->help("recital")};
    } catch (const CLI::CallForVersion&) {
        return PrintOptions{"recital " RECITAL_VERSION "\n"};
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorKind::usage, fmt::format("{}: see `recital --help`", error.what()));
    }
    if (app.got_subcommand("render")) {
        return make_render_options(render);
    }
    if (app.got_subcommand("script")) {
        script.reading = make_read_options(script_arguments.reading);
        script.voice = named_voice(script_arguments.voice);
        script.lexicons.assign(script_arguments.lexicons.begin(), script_arguments.lexicons.end());
        return script;
    }
    if (app.got_subcommand("lexicon")) {
        return make_check_options(check);
    }
    if (app.got_subcommand("voices")) {
        return voices;
    }
    if (app.got_subcommand("inspect")) {
        check_plot(inspect);
        return inspect;
    }
    if (app.got_subcommand("verify")) {
        return verify;
    }
    throw Error(ErrorKind::usage,
                "nothing to do: try `recital render biographies/`, `recital script FILE`, `recital "
                "voices` or `recital --help`");
}

} // namespace recital
