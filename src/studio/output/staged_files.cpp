// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/staged_files.h"

#include "base/file.h"
#include "studio/output/chapter_files.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace recital {

namespace {

using Paths = std::vector<std::filesystem::path>;

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

void move_into(const std::filesystem::path& folder, Paths& paths) {
    for (std::filesystem::path& path : paths) {
        path = folder / path.filename();
    }
}

void rename_all(const Paths& from, const Paths& to) {
    for (std::size_t n = 0; n < from.size(); ++n) {
        rename_file(from[n], to[n]);
    }
}

} // namespace

StagedFiles::StagedFiles(const FileReport& file) : staged_(file) {
    if (file.chapter_files.empty() && file.subtitles.empty()) {
        return;
    }
    folder_ = std::make_unique<TemporaryFolder>(folder_of(file.file));
    move_into(folder_->path(), staged_.subtitles);
    if (file.chapter_files.empty()) {
        return;
    }
    const std::filesystem::path chapters = folder_->path() / "chapters";
    create_folder(chapters);
    staged_.playlist = chapters / file.playlist.filename();
    move_into(chapters, staged_.chapter_files);
    for (Paths& subtitles : staged_.chapter_subtitles) {
        move_into(chapters, subtitles);
    }
}

void StagedFiles::put_in_place(const FileReport& file) const {
    rename_all(staged_.subtitles, file.subtitles);
    if (staged_.chapter_files.empty()) {
        return;
    }
    create_folder(file.playlist.parent_path());
    sweep_temporary_files(file.playlist.parent_path());
    const FormerChapters former(file);
    rename_all(staged_.chapter_files, file.chapter_files);
    for (std::size_t n = 0; n < staged_.chapter_subtitles.size(); ++n) {
        rename_all(staged_.chapter_subtitles[n], file.chapter_subtitles[n]);
    }
    rename_file(staged_.playlist, file.playlist);
    former.remove_unless_in(file);
}

} // namespace recital
