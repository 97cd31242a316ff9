// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/subtitle_names.h"

#include "container/book/book.h"
#include "container/formats.h"
#include "container/sidecar/publications.h"

#include <string_view>
#include <utility>

namespace recital {

namespace {

std::filesystem::path name_beside(std::filesystem::path file, std::string_view kind, bool one_format) {
    if (one_format) {
        file.replace_extension();
    }
    file += ".";
    file += kind;
    return file;
}

std::vector<std::filesystem::path> names_beside(const std::filesystem::path& file,
                                                const std::vector<std::string>& kinds, bool one_format) {
    std::vector<std::filesystem::path> names;
    names.reserve(kinds.size());
    for (const std::string& kind : kinds) {
        names.push_back(name_beside(file, kind, one_format));
    }
    return names;
}

} // namespace

void name_subtitles(BookReport& report, const std::vector<std::string>& kinds) {
    const bool one_format = report.files.size() == 1;
    for (FileReport& file : report.files) {
        file.subtitles = names_beside(file.file, kinds, one_format);
        file.chapter_subtitles.clear();
        for (const std::filesystem::path& chapter : file.chapter_files) {
            file.chapter_subtitles.push_back(names_beside(chapter, kinds, one_format));
        }
    }
}

std::vector<std::filesystem::path> possible_subtitles(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> names;
    for (const Publication* publication : all_publications()) {
        for (const bool one_format : {true, false}) {
            names.push_back(name_beside(file, publication->name, one_format));
        }
    }
    return names;
}

bool are_subtitles_of_recital(const std::filesystem::path& subtitles, const std::filesystem::path& book) {
    return are_subtitles_of_recital(subtitles) ||
           (subtitles.extension() == ".srt" && is_written_by_recital(book));
}

} // namespace recital
