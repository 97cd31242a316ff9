// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/listen.h"

#include "cli/options/cache.h"
#include "cli/options/forms.h"
#include "cli/tree/command.h"
#include "studio/planning/output_name.h"
#include "text/lexicon/file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <limits>
#include <utility>

namespace recital {

namespace {

constexpr double max_chapters = 100'000;
/// Silence around the sound, which is to be heard at once.
constexpr double head_seconds = 0.1;
constexpr double tail_seconds = 0.3;

void add_output_options(Command& command, std::string& output, bool& overwrite) {
    begin_option_group(command, output_group);
    command.add_value("-o,--output", output,
                      "Write a file (.wav, .flac, .mp3, .opus or .m4b), or WAV to standard output for -, and "
                      "play nothing",
                      file_path("FILE|-", "speech.wav"));
    command.set_destructive(command.add_flag("--overwrite", overwrite, "Replace FILE if it exists"));
}

/// What both commands ask of a render: a short book without anything around its text.
Job excerpt_job(Voice voice, const VoiceArguments& arguments, const std::string& output, bool overwrite) {
    const bool is_file = !output.empty() && output != "-";
    const auto format = is_file ? format_of_output(output) : format_of_output("speech.wav");
    if (!format) {
        throw Error(ErrorKind::usage,
                    fmt::format("-o {}: the name does not say the format: give one that ends in .wav, .flac, "
                                ".mp3, .opus or .m4b",
                                output));
    }
    Job job;
    job.voice = std::move(voice);
    job.voice.pauses.head = head_seconds;
    job.voice.pauses.tail = tail_seconds;
    job.lexicons = lexicon_files(arguments);
    const std::string name(traits_of(*format).name);
    job.formats = make_formats(std::span(&name, 1), 0, 0);
    job.lyrics = false;
    job.cover = false;
    job.cache = usable_default_cache();
    job.excerpt.emplace();
    job.overwrite = overwrite;
    return job;
}

} // namespace

void add_say_command(Command& root, SayArguments& arguments) {
    Command& say = root.add_command("say", "Say a text at once, to hear how it sounds");
    say.add_example("recital say 'He studied with Dvořák.'", "plays the sentence");
    say.add_example("recital say 'He studied with Dvořák.' -v british -o dvorak.wav",
                    "writes a file instead");
    say.add_example("echo 'Born 3 May 1921.' | recital say", "says what comes through a pipe");
    add_usual_exits(say, "it was said");
    say.add_exit(3, "it could not be said");
    say.add_value("TEXT", arguments.words, "What is to be said; - for standard input [-]",
                  any_text("", "He studied with Dvořák."));
    begin_option_group(say, input_group);
    say.add_value("--language", arguments.language, "Language of the text, such as de or pt-BR [detected]",
                  any_text("TAG", "de"));
    add_voice_options(say, arguments.voice);
    add_rate_options(say, arguments.delivery);
    add_output_options(say, arguments.output, arguments.overwrite);
}

void add_preview_command(Command& root, PreviewArguments& arguments) {
    Command& preview = root.add_command("preview", "Play a part of a book before it is made");
    preview.add_example("recital preview chopin.txt", "the first minute");
    preview.add_example("recital preview chopin.txt --find 'in Paris' --seconds 20",
                        "from the sentence that has these words");
    preview.add_example("recital preview chopin.txt --chapter 3 -o chapter.wav",
                        "the first minute of a chapter, into a file");
    add_usual_exits(preview, "it was played or written");
    preview.add_exit(3, "it could not be read or played");
    preview.add_value("INPUT", arguments.input, "A text, or a table with --id", file_path("", "chopin.txt"))
        ->required();
    begin_option_group(preview, "Part");
    preview.add_value("--chapter", arguments.chapter, "Number of the chapter, from 1 [the beginning]",
                      whole_number("N", 1, max_chapters, "3"));
    preview.add_value("--find", arguments.find, "Begin with the sentence that has these words",
                      any_text("WORDS", "in Paris"));
    ValueGuide seconds = any_number("SECONDS", "20");
    seconds.unit = "seconds";
    seconds.units = {{"s", 1}, {"sec", 1}, {"seconds", 1}, {"m", 60}, {"min", 60}};
    preview.add_value("--seconds", arguments.seconds, "Stop after about this time [60]", seconds);
    add_voice_options(preview, arguments.voice);
    add_delivery_options(preview, arguments.delivery);
    add_reading_options(preview, arguments.reading);
    add_record_options(preview, arguments.records);
    add_output_options(preview, arguments.output, arguments.overwrite);
}

ListenOptions make_say_options(const SayArguments& arguments) {
    ListenOptions options{excerpt_job(delivering_voice(arguments.voice, arguments.delivery), arguments.voice,
                                      arguments.output, arguments.overwrite),
                          fmt::format("{}", fmt::join(arguments.words, " ")), arguments.output};
    if (arguments.words.empty()) {
        options.text = "-";
    }
    options.job.reading.language = arguments.language;
    options.job.voice.announcements = {false, false, false};
    options.job.excerpt->seconds = std::numeric_limits<double>::infinity();
    for (std::filesystem::path& lexicon : lexicons_in(".")) { // as for texts of this folder
        options.job.lexicons.push_back(std::move(lexicon));
    }
    return options;
}

ListenOptions make_preview_options(const PreviewArguments& arguments) {
    if (!(arguments.seconds > 0)) {
        throw Error(ErrorKind::usage,
                    fmt::format("--seconds {} is not possible: give a time above 0", arguments.seconds));
    }
    ListenOptions options{excerpt_job(delivering_voice(arguments.voice, arguments.delivery), arguments.voice,
                                      arguments.output, arguments.overwrite),
                          std::nullopt, arguments.output};
    Job& job = options.job;
    job.inputs = {arguments.input};
    job.reading = make_read_options(arguments.reading);
    job.fields = parse_record_fields(arguments.records.fields);
    job.ids = arguments.records.ids;
    *job.excerpt = {arguments.chapter, arguments.find, arguments.seconds};
    return options;
}

} // namespace recital
