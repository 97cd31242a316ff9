// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/book.h"

#include "base/error.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <system_error>

namespace recital {

namespace {

/// "title, album, artist (author), ..."
std::string metadata_names() {
    std::vector<std::string> names;
    for (const std::vector<std::string>& tag : known_tag_names()) {
        names.push_back(tag.size() == 1 ? tag.front() : fmt::format("{} ({})", tag[0], tag[1]));
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Refuses at once what is misspelled: books are not to get another cover than the one that was asked for.
/// What is there and no picture is told when it is read.
void check_cover(const std::filesystem::path& file) {
    std::error_code failure;
    const std::filesystem::file_status status = std::filesystem::status(file, failure);
    if (status.type() == std::filesystem::file_type::not_found) {
        throw Error(
            ErrorKind::usage,
            fmt::format("--cover {}: there is no such file: give a JPEG or PNG, or none for no covers",
                        file.string()));
    }
    if (std::filesystem::is_directory(status)) {
        throw Error(
            ErrorKind::usage,
            fmt::format("--cover {} is a folder: give a JPEG or PNG, or none for no covers", file.string()));
    }
}

} // namespace

void add_book_options(CLI::App& command, BookArguments& arguments) {
    command
        .add_option("--cover", arguments.cover,
                    "Cover of all books: a JPEG or PNG file, or none [from the text's folder or EPUB, "
                    "otherwise drawn]")
        ->type_name("FILE|none");
    add_repeatable_option(command, "--metadata", arguments.metadata,
                          fmt::format("Set a tag of all books; an empty VALUE omits the tag; formats have "
                                      "fields for {}; other names are written as given",
                                      metadata_names()),
                          "NAME=VALUE");
    command
        .add_option("--output-template", arguments.output_template,
                    fmt::format("Paths of the books below DIR, without extensions; fields: {{{}}}",
                                fmt::join(OutputTemplate::field_names(), "}, {")))
        ->type_name("TEMPLATE");
}

void apply_book_options(const BookArguments& arguments, Job& job) {
    job.cover = arguments.cover != "none";
    if (job.cover && !arguments.cover.empty()) {
        check_cover(arguments.cover);
        job.cover_file = arguments.cover;
    }
    for (const std::string& argument : arguments.metadata) {
        parse_given_tag(argument, job.metadata);
    }
    if (!arguments.output_template.empty()) {
        job.output_template.emplace(arguments.output_template);
    }
}

} // namespace recital
