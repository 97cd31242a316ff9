// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/lexicon.h"

#include "cli/options/forms.h"
#include "cli/tree/command.h"

namespace recital {

namespace {

void add_input_options(Command& command, LexiconArguments& arguments) {
    add_voice_options(command, arguments.voice);
    add_reading_options(command, arguments.reading);
    add_record_options(command, arguments.records);
    begin_option_group(command, output_group);
    command.add_flag("--json", arguments.json, "Print JSON");
}

void add_check(Command& lexicon, LexiconArguments& arguments) {
    Command& check = lexicon.add_command("check", "List names that are in no lexicon");
    for (Command* const command : {&lexicon, &check}) {
        command->add_example("recital lexicon check biographies/",
                             "names that are in no lexicon, the most frequent first");
    }
    add_usual_exits(check, "all texts were read");
    check.add_exit(1, "some texts could not be read");
    check.add_exit(3, "no text could be read");
    check
        .add_value("INPUT", arguments.inputs, "Files or folders; of a folder all readable files are used",
                   {ValueKind::path, "", "biographies/"})
        ->required();
    add_input_options(check, arguments);
}

void add_add(Command& lexicon, LexiconArguments& arguments) {
    Command& add = lexicon.add_command("add", "Set how a name is said");
    for (Command* const command : {&lexicon, &add}) {
        command->add_example("recital lexicon add Penderecki pen-de-RETS-kee biographies/",
                             "into biographies/lexicon.tsv; tells what will be rendered again");
    }
    add.add_example("recital lexicon add Dvořák '/ˈdvɔːrʒɑːk/' --lexicon names.tsv",
                    "IPA between slashes, into a file");
    add_usual_exits(add, "it was added");
    add.add_exit(1, "it was added; some texts could not be read");
    add.add_exit(3, "it could not be written");
    add.add_value("NAME", arguments.name, "The name as it is written", any_text("", "Penderecki"))
        ->required();
    add.add_value("PRONUNCIATION", arguments.pronunciation,
                  "A respelling with the stressed syllable in capitals, or IPA between slashes",
                  any_text("", "pen-de-RETS-kee"))
        ->required();
    add.add_value(
        "INPUT", arguments.inputs,
        "Files or folders for whose texts it is: it goes to lexicon.tsv beside them [lexicon.tsv here]",
        {ValueKind::path, "", "biographies/"});
    add_input_options(add, arguments);
}

void add_list(Command& lexicon, LexiconFileArguments& arguments) {
    Command& list = lexicon.add_command("list", "Show the entries of a lexicon");
    list.add_example("recital lexicon list names.tsv", "each entry, and its pronunciation");
    add_usual_exits(list, "all was shown");
    list.add_exit(3, "the file could not be read");
    list.add_value("FILE", arguments.file, "A table, or a W3C lexicon (.pls) [lexicon.tsv]",
                   file_path("", "names.tsv"));
    list.add_flag("--json", arguments.json, "Print JSON");
}

void add_export(Command& lexicon, LexiconFileArguments& arguments) {
    Command& command = lexicon.add_command("export", "Print a lexicon in another format");
    command.add_example("recital lexicon export names.tsv --format pls > names.pls",
                        "a W3C lexicon, for other programs");
    add_usual_exits(command, "all was printed");
    command.add_exit(3, "the file could not be read");
    command.add_value("FILE", arguments.file, "A table, or a W3C lexicon (.pls) [lexicon.tsv]",
                      file_path("", "names.tsv"));
    command.add_value("--format", arguments.format,
                      "Table (tsv), table with commas (csv), or W3C lexicon in IPA (pls) [tsv]",
                      one_of("FORMAT", {"tsv", "csv", "pls"}, "pls"));
}

Job lexicon_job(const LexiconArguments& arguments) {
    Job job;
    job.inputs.assign(arguments.inputs.begin(), arguments.inputs.end());
    job.lexicons = lexicon_files(arguments.voice);
    job.reading = make_read_options(arguments.reading);
    job.fields = parse_record_fields(arguments.records.fields);
    job.ids = arguments.records.ids;
    job.voice = named_voice(arguments.voice);
    return job;
}

} // namespace

void add_lexicon_command(Command& root, LexiconCommandArguments& arguments) {
    Command& lexicon = root.add_command("lexicon", "Manage name pronunciations");
    add_check(lexicon, arguments.check);
    add_add(lexicon, arguments.add);
    add_list(lexicon, arguments.list);
    add_export(lexicon, arguments.exported);
}

LexiconOptions make_lexicon_options(const Command& root, const LexiconCommandArguments& arguments) {
    const Command& lexicon = *root.find_command("lexicon");
    if (lexicon.got_subcommand("add")) {
        if (arguments.add.voice.lexicons.size() > 1) {
            throw Error(ErrorKind::usage, "an entry is added to one lexicon: give --lexicon once");
        }
        return LexiconAddOptions{lexicon_job(arguments.add), arguments.add.name, arguments.add.pronunciation,
                                 arguments.add.json};
    }
    if (lexicon.got_subcommand("list")) {
        return LexiconFileOptions{arguments.list.file, {}, arguments.list.json};
    }
    if (lexicon.got_subcommand("export")) {
        return LexiconFileOptions{arguments.exported.file, arguments.exported.format, false};
    }
    return LexiconCheckOptions{lexicon_job(arguments.check), arguments.check.json};
}

} // namespace recital
