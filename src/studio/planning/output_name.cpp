// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/output_name.h"

#include "base/error.h"
#include "base/unicode.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// Extensions of sound files that are none of ours: whoever gives one wants a file, not a folder of that
/// name.
constexpr std::array<std::string_view, 15> foreign_extensions = {".aac", ".ac3", ".aif", ".aiff", ".amr",
                                                                 ".caf", ".m4a", ".mka", ".mp2",  ".mp4",
                                                                 ".oga", ".ogg", ".spx", ".wma",  ".webm"};

std::string folded_extension(const std::filesystem::path& path) {
    return fold_case(path.extension().string());
}

bool is_folder(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

[[noreturn]] void refuse(const Job& job, const std::string& message) {
    throw Error(ErrorKind::usage, message, {job.output.string(), 0});
}

/// Where the output is meant to be a folder.
void check_folder(const Job& job) {
    if (job.output == "-") {
        refuse(job, "books cannot be written to standard output: give a folder or the book's file with -o");
    }
    const std::string extension = folded_extension(job.output);
    const bool is_foreign = std::find(foreign_extensions.begin(), foreign_extensions.end(), extension) !=
                            foreign_extensions.end();
    if (is_foreign && !is_folder(job.output)) {
        std::vector<std::string_view> names;
        for (const AudioContainer& format : all_formats()) {
            names.push_back(format.name);
        }
        refuse(
            job,
            fmt::format(
                "recital does not write {}: name the file with one of {}, or end the name of a folder with /",
                extension, fmt::join(names, ", ")));
    }
}

void check_file(const Job& job, Format format) {
    if (job.formats.size() > 1) {
        refuse(job,
               fmt::format("{} formats cannot share one file: give a folder with -o", job.formats.size()));
    }
    const AudioContainer& wanted = job.formats.front().traits();
    if (format != wanted.format) {
        const std::string_view named = traits_of(format).name;
        refuse(job,
               fmt::format(
                   "names a file in {0}, but --format says {1}: use the extension .{1}, or omit --format",
                   named, wanted.name));
    }
    if (job.output_template) {
        refuse(job, "--output-template names files in a folder: give a folder with -o, not a file");
    }
}

} // namespace

std::optional<Format> format_of_output(const std::filesystem::path& output) {
    const std::string extension = folded_extension(output);
    const auto formats = all_formats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&extension](const AudioContainer& format) {
            return extension == fmt::format(".{}", format.name);
        });
    return found == formats.end() || is_folder(output) ? std::nullopt : std::optional(found->format);
}

void check_output(const Job& job) {
    const auto format = format_of_output(job.output);
    format ? check_file(job, *format) : check_folder(job);
}

} // namespace recital
