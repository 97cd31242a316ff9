// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/tree.h"

namespace recital {

namespace {

void add_script(Command& root, ScriptOptions& options, ScriptArguments& arguments) {
    Command& script = root.add_command("script", "Show the words that will be spoken");
    script.add_example("recital script chopin.txt", "the words of a text");
    script.add_example("recital script chopin.txt --explain", "how each sentence is said, and why");
    script.add_example("echo 'Born 3 May 1921.' | recital script --lines", "the words of each line");
    add_usual_exits(script, "all was read");
    script.add_exit(1, "some lines could not be read");
    script.add_exit(3, "the text could not be read");
    script.add_value("INPUT", options.input, "Text file, or - for standard input [-]",
                     file_path("", "chopin.txt"));
    add_voice_options(script, arguments.voice);
    add_reading_options(script, arguments.reading);
    add_record_options(script, arguments.records);
    begin_option_group(script, output_group);
    script.add_flag("--explain", options.explain, "Also print tokens, phonemes and what decided them");
    script.add_flag("--lines", options.lines, "Read each line as a separate paragraph");
    script.add_flag("--json", options.json, "Print JSON, including the written sentences");
}

void add_voices(Command& root, VoicesOptions& options) {
    Command& voices =
        root.add_command("voices", "List available voices and their measurements, or record samples");
    voices.add_example("recital voices", "the voices with pitch and how often words are misheard");
    voices.add_example("recital voices --audition 'She taught the piano in Almaty.'",
                       "each voice reads the sentence, into a file in the folder auditions");
    add_usual_exits(voices, "done");
    voices.add_exit(1, "some voice could not read the text");
    voices.add_exit(3, "nothing could be done");
    auto* const audition =
        voices.add_value("--audition", options.audition, "Let each voice read TEXT into a file",
                         any_text("TEXT", "Clara played in Vienna."));
    voices
        .add_value("-o,--output", options.output, "Folder for the files of --audition [auditions]",
                   folder_path("DIR", "auditions"))
        ->needs(audition);
    voices.add_flag("--json", options.json, "Print JSON")->excludes(audition);
}

void add_inspect(Command& root, InspectOptions& options) {
    Command& inspect = root.add_command("inspect", "Measure finished audiobooks, chapter by chapter");
    inspect.add_example("recital inspect audiobooks/*.m4b", "loudness, peaks, pauses and words a minute");
    inspect.add_example("recital inspect book.m4b --plot book.svg", "the same as a picture");
    add_usual_exits(inspect, "all files were measured");
    inspect.add_exit(1, "some files could not be measured");
    inspect.add_exit(3, "no file could be measured");
    inspect.add_value("FILE", options.files, "Finished audio files", file_path("", "book.m4b"))->required();
    inspect.add_value("--plot", options.plot, "Plot the audio of one file, as .svg or .png",
                      file_path("OUT", "book.svg"));
    inspect.set_destructive(inspect.add_flag("--overwrite", options.overwrite, "Replace OUT if it exists"));
    inspect.add_flag("--json", options.json, "Print JSON Lines");
}

void add_verify(Command& root, VerifyOptions& options) {
    Command& verify = root.add_command("verify", "Check finished audiobooks for damage");
    verify.add_example("recital verify audiobooks/*.m4b", "one line for each file");
    verify.add_example("recital verify --manifest books/recital-manifest/manifest.json",
                       "size and checksum of all files that shards have made");
    add_usual_exits(verify, "all files are intact");
    verify.add_exit(1, "some file is damaged");
    auto* const files =
        verify.add_value("FILE", options.files, "Finished audio files", file_path("", "book.m4b"));
    verify
        .add_value("--manifest", options.manifest,
                   "Check size and SHA-256 of all files that a merged manifest (see `recital merge`) names",
                   file_path("MANIFEST", "books/recital-manifest/manifest.json"))
        ->excludes(files);
    verify.add_flag("--json", options.json, "Print JSON Lines");
}

void add_doctor(Command& root, DoctorOptions& options) {
    Command& doctor = root.add_command("doctor", "Show what works and what is missing on this machine");
    doctor.add_example("recital doctor", "each thing that is needed, and what to install if it is missing");
    add_usual_exits(doctor, "everything is there");
    doctor.add_exit(1, "something is missing that books can be made without");
    doctor.add_exit(3, "something is missing without which no book can be made");
    doctor.add_flag("--json", options.json, "Print JSON");
}

void add_help(Command& root, ProgramArguments& arguments) {
    Command& help = root.add_command("help", "Print the help of a command, or its manual page");
    help.add_example("recital help render", "the same as `recital render --help`");
    help.add_example("recital help lexicon check", "a command below another one");
    help.add_example("recital help render --man > recital-render.1",
                     "a manual page, for `man ./recital-render.1`");
    add_usual_exits(help, "done");
    help.add_value("COMMAND", arguments.help, "Names of a command [the program itself]",
                   {ValueKind::command, "", "render"});
    help.add_flag("--man", arguments.as_man_page, "Print the manual page, in roff");
}

/// What belongs to the program and not to a command.
void describe_program(Command& root, ProgramArguments& arguments) {
    root.add_flag("-V,--version", arguments.version, "Print the version");
    root.add_flag(
            "--verbose", arguments.verbose,
            "With --version: also the versions of engine, codecs and libraries, and digests of the data")
        ->needs(root.find_option("--version"));
    root.add_example("recital render biographies/",
                     "one audiobook for each musician, in the folder audiobooks");
    root.add_example("recital script chopin.txt", "the words that will be spoken");
    root.add_example("recital lexicon check biographies/", "the names that may be said wrongly");
    root.add_example("recital --version --verbose", "what to add to a report of a defect");
    root.add_exit(0, "all done");
    root.add_exit(1, "some books or files failed");
    root.add_exit(2, "wrong usage");
    root.add_exit(3, "nothing was made");
    root.add_exit(4, "all done, but what was to be printed could not be written");
    root.add_exit(75, "told to stop (SIGTERM)");
    root.add_exit(130, "interrupted (Ctrl-C)");
}

} // namespace

ProgramTree::ProgramTree() : root("Turn biographies of musicians into chaptered audiobooks", "recital") {
    describe_program(root, program);
    add_render_command(root, render);
    add_plan_command(root, plan);
    add_merge_command(root, merge);
    add_script(root, script, script_arguments);
    add_say_command(root, say);
    add_preview_command(root, preview);
    add_lexicon_command(root, lexicon);
    add_voices(root, voices);
    add_inspect(root, inspect);
    add_verify(root, verify);
    add_cache_command(root, cache);
    add_doctor(root, doctor);
    add_help(root, program);
}

} // namespace recital
