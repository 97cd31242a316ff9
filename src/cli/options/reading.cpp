// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/reading.h"

#include "document/structure/chapters.h"

#include <CLI/CLI.hpp>

namespace recital {

void add_reading_options(CLI::App& command, ReadingArguments& arguments) {
    command.add_option("--encoding", arguments.encoding, "Encoding of the input [found out]")
        ->type_name("NAME");
    command.add_option("--musician", arguments.musician, "Whom the text is about [found out]")
        ->type_name("NAME");
    command.add_option("--chapters-from", arguments.chapters_from, "auto, paragraphs, h1, h2, ... [auto]")
        ->type_name("WHAT");
    command.add_flag("--no-repair", arguments.no_repair, "Leave text that was decoded wrongly as it is");
    command.add_flag("--read-captions", arguments.captions, "Read the captions of figures aloud");
}

void add_fields_option(CLI::App& command, std::string& fields) {
    command
        .add_option("--fields", fields, "Fields of JSON Lines and CSV, such as name=artist,text=bio,id=mbid")
        ->type_name("LIST");
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

} // namespace recital
