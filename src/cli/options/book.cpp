// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/book.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "cli/tree/command.h"
#include "cli/tree/near_word.h"
#include "studio/assembly/covers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
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

/// The names of tags that formats have fields for, without their aliases.
std::vector<std::string> tag_names() {
    std::vector<std::string> names;
    for (const std::vector<std::string>& tag : known_tag_names()) {
        names.push_back(tag.front());
    }
    return names;
}

/// An empty value omits a tag that a book would have: a name that no book has is a mistyped one.
void check_omitted_tag(const std::string& argument) {
    const std::string name = fold_case(argument.substr(0, argument.find('=')));
    std::vector<std::string> names;
    for (const std::vector<std::string>& tag : known_tag_names()) {
        names.insert(names.end(), tag.begin(), tag.end());
    }
    if (!argument.ends_with('=') || name.empty() ||
        std::find(names.begin(), names.end(), name) != names.end()) {
        return;
    }
    if (const std::string nearest = nearest_word(name, names); !nearest.empty()) {
        throw Error(ErrorKind::usage, fmt::format("--metadata {} omits a tag that no book has: did you mean "
                                                  "--metadata {}=?",
                                                  argument, nearest));
    }
}

/// Refuses at once what cannot be used: books are not to get another cover than the one that was asked for.
void check_cover(const std::filesystem::path& file, const WorkerLimits& limits) {
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
    try {
        (void)read_cover_file(file, limits);
    } catch (const Error& error) {
        throw Error(ErrorKind::usage,
                    fmt::format("--cover {} cannot be used: {}: give a JPEG or PNG, or none for no covers",
                                file.string(), error.what()));
    }
}

} // namespace

void add_book_options(Command& command, BookArguments& arguments) {
    ValueGuide cover = file_path("FILE|none", "none");
    cover.words = [] { return std::vector<std::string>{"none"}; };
    command.add_value("--cover", arguments.cover,
                      "Cover of all books: a JPEG or PNG file, or none [from the text's folder or EPUB, "
                      "otherwise drawn]",
                      cover);
    ValueGuide metadata{ValueKind::pairs, "NAME=VALUE", "genre=Biography"};
    metadata.words = tag_names;
    command.add_repeatable("--metadata", arguments.metadata,
                           fmt::format("Set a tag of all books; an empty VALUE omits the tag; formats have "
                                       "fields for {}; other names are written as given",
                                       metadata_names()),
                           metadata);
    command.add_value("--output-template", arguments.output_template,
                      fmt::format("Paths of the books below DIR, without extensions; fields: {{{}}}",
                                  fmt::join(OutputTemplate::field_names(), "}, {")),
                      any_text("TEMPLATE", "{author}/{title}"));
}

void apply_book_options(const BookArguments& arguments, Job& job) {
    job.cover = fold_case(arguments.cover) != "none";
    if (job.cover && !arguments.cover.empty()) {
        check_cover(arguments.cover, job.limits);
        job.cover_file = arguments.cover;
    }
    for (const std::string& argument : arguments.metadata) {
        check_omitted_tag(argument);
        parse_given_tag(argument, job.metadata);
    }
    if (!arguments.output_template.empty()) {
        job.output_template.emplace(arguments.output_template);
    }
}

} // namespace recital
