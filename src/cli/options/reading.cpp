// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/reading.h"

#include "base/error.h"
#include "document/language/detection.h"
#include "document/structure/chapters.h"
#include "document/subject/subject.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace recital {

void add_reading_options(CLI::App& command, ReadingArguments& arguments) {
    begin_option_group(command, input_group);
    command.add_option("--encoding", arguments.encoding, "Encoding of the input [detected]")
        ->type_name("NAME");
    command
        .add_option("--language", arguments.language,
                    "Language of the text, such as de or pt-BR [declared by the file, or detected]")
        ->type_name("TAG");
    command.add_option("--musician", arguments.musician, "Musician that the text is about [detected]")
        ->type_name("NAME");
    command
        .add_option("--chapters-from", arguments.chapters_from,
                    "Where chapters begin: auto, paragraphs, h1, h2, ... [auto]")
        ->type_name("WHAT");
    command
        .add_option("--min-chapter", arguments.min_chapter,
                    "Join chapters under this length with the next; 0 keeps all [10]")
        ->type_name("SECONDS");
    command.add_flag("--no-repair", arguments.no_repair, "Do not repair text that was decoded wrongly");
    command.add_flag("--read-captions", arguments.captions, "Also read the captions of figures");
    command
        .add_option("--max-text", arguments.max_text_mebibytes,
                    "Largest row, EPUB or document that is read, unpacked [64; 256 for EPUB]")
        ->type_name("MIB");
    command.add_flag("--any-text", arguments.any_text, "Also read long texts that look like data");
}

void add_record_options(CLI::App& command, RecordArguments& arguments) {
    command
        .add_option("--fields", arguments.fields,
                    "Names of the fields of JSON Lines and CSV, such as name=artist,text=bio,id=mbid")
        ->type_name("LIST");
    add_repeatable_option(command, "--id", arguments.ids,
                          "Read only the biography with this id, such as one row of a table", "ID");
}

ReadOptions make_read_options(const ReadingArguments& arguments) {
    if (!arguments.musician.empty() && !names_somebody(arguments.musician)) {
        throw Error(ErrorKind::usage, "--musician names nobody: give a name with letters or digits");
    }
    ReadOptions options;
    options.language = language_tag(arguments.language);
    if (options.language.empty() && !arguments.language.empty()) {
        throw Error(ErrorKind::usage, "--language " + arguments.language +
                                          " is not a language: give a tag such as de, pt-BR or sr-Latn");
    }
    options.encoding = arguments.encoding;
    options.repair = !arguments.no_repair;
    options.musician = arguments.musician;
    options.chapters = parse_chapter_plan(arguments.chapters_from);
    if (!(arguments.min_chapter >= 0.0)) {
        throw Error(ErrorKind::usage, "--min-chapter is not possible: give a number of seconds from 0");
    }
    options.chapters.min_seconds = arguments.min_chapter;
    options.captions = arguments.captions;
    options.any_text = arguments.any_text;
    constexpr double max_mebibytes = 16384.0;
    if (!(arguments.max_text_mebibytes >= 0.0 && arguments.max_text_mebibytes <= max_mebibytes)) {
        throw Error(ErrorKind::usage,
                    fmt::format("--max-text is not possible: give 0 to {} MiB", max_mebibytes));
    }
    options.max_text_bytes = static_cast<std::size_t>(arguments.max_text_mebibytes * 0x1p20);
    return options;
}

} // namespace recital
