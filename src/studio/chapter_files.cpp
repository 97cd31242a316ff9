// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/chapter_files.h"

#include "base/file.h"
#include "container/playlist.h"
#include "studio/book_file.h"
#include "studio/file_name.h"
#include "studio/subtitle_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace recital {

namespace {

/// "007 Title.m4b" and the like.
bool is_numbered(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    const auto end_of_number = name.find_first_not_of("0123456789");
    return end_of_number != 0 && end_of_number != std::string::npos && name[end_of_number] == ' ';
}

void remove_subtitles(const std::filesystem::path& chapter) {
    for (const std::filesystem::path& path : possible_subtitles(chapter)) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored) && are_our_subtitles(path, chapter)) {
            remove_file(path);
        }
    }
}

void remove_former_chapters(const FileReport& report) {
    const std::filesystem::path folder = report.playlist.parent_path();
    for (const std::filesystem::path& path : files_in(folder)) {
        const bool is_current = std::find(report.chapter_files.begin(), report.chapter_files.end(), path) !=
                                report.chapter_files.end();
        if (!is_current && path.extension() == report.file.extension() && is_numbered(path) &&
            is_our_work(path)) {
            remove_subtitles(path);
            remove_file(path);
        }
    }
}

} // namespace

void name_chapter_files(FileReport& report) {
    std::filesystem::path folder = report.file;
    folder.replace_extension();
    const std::string extension = report.file.extension().string();
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(report.chapters.size()).size());
    for (std::size_t n = 0; n < report.chapters.size(); ++n) {
        const std::string name =
            safe_file_name(fmt::format("{:0{}} {}", n + 1, digits, report.chapters[n].title));
        report.chapter_files.push_back(folder / (name + extension));
    }
    report.playlist = folder / (report.file.filename().string() + ".m3u8");
}

void write_chapter_files(const Book& book, const TakeLoader& load, const FileReport& report) {
    const std::filesystem::path folder = report.playlist.parent_path();
    create_folder(folder);
    sweep_temporary_files(folder);
    std::vector<std::filesystem::path> names;
    for (std::size_t n = 0; n < book.chapters.size(); ++n) {
        (void)write_file(chapter_alone(book, n), load, report.chapter_files[n]);
        names.push_back(report.chapter_files[n].filename());
    }
    TemporaryFile file(std::filesystem::absolute(report.playlist));
    FileWriter out(file.descriptor(), file.path().string());
    out.write(playlist(book, names));
    out.flush();
    file.commit();
    remove_former_chapters(report);
}

} // namespace recital
