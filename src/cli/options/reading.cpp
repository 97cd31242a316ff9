// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/reading.h"

#include "base/error.h"
#include "cli/tree/command.h"
#include "document/language/detection.h"
#include "document/structure/chapters.h"
#include "document/subject/subject.h"

#include <fmt/format.h>

namespace recital {

void add_reading_options(Command& command, ReadingArguments& arguments) {
    begin_option_group(command, input_group);
    command.add_value("--encoding", arguments.encoding, "Encoding of the input [detected]",
                      any_text("NAME", "windows-1252"));
    command.add_value("--language", arguments.language,
                      "Language of the text, such as de or pt-BR [declared by the file, or detected]",
                      any_text("TAG", "de"));
    command.add_value("--musician", arguments.musician, "Musician that the text is about [detected]",
                      any_text("NAME", "Clara Schumann"));
    command.add_value("--chapters-from", arguments.chapters_from,
                      "Where chapters begin: auto, paragraphs, h1, h2, ... [auto]",
                      one_of("WHAT", {"auto", "paragraphs", "h1", "h2", "h3", "h4", "h5", "h6"}, "h2"));
    ValueGuide seconds = any_number("SECONDS", "30");
    seconds.unit = "seconds";
    seconds.units = {{"s", 1}, {"sec", 1}, {"seconds", 1}};
    command.add_value("--min-chapter", arguments.min_chapter,
                      "Join chapters under this length with the next; 0 keeps all [10]", seconds);
    command.add_flag("--no-repair", arguments.no_repair, "Do not repair text that was decoded wrongly");
    command.add_flag("--read-captions", arguments.captions, "Also read the captions of figures");
    ValueGuide mebibytes = any_number("MIB", "512");
    mebibytes.unit = "MiB";
    mebibytes.units = {{"m", 1}, {"mb", 1}, {"mib", 1}, {"g", 1024}, {"gb", 1024}, {"gib", 1024}};
    command.add_value("--max-text", arguments.max_text_mebibytes,
                      "Largest row, EPUB or document that is read, unpacked [64; 256 for EPUB]", mebibytes);
    command.add_flag("--any-text", arguments.any_text, "Also read long texts that look like data");
}

void add_record_options(Command& command, RecordArguments& arguments) {
    ValueGuide fields{ValueKind::pairs, "LIST", "name=artist,text=bio"};
    fields.words = [] {
        return std::vector<std::string>{"name",  "text",   "id",   "forename", "surname", "lang",
                                        "title", "author", "date", "source",   "licence"};
    };
    command.add_value("--fields", arguments.fields,
                      "Names of the fields of JSON Lines and CSV, such as name=artist,text=bio,id=mbid",
                      fields);
    command.add_repeatable("--id", arguments.ids,
                           "Read only the biography with this id, such as one row of a table",
                           any_text("ID", "schumann-clara"));
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
