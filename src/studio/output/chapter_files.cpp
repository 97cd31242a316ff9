// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/chapter_files.h"

#include "base/file.h"
#include "container/formats.h"
#include "container/sidecar/playlist.h"
#include "studio/job/file_name.h"
#include "studio/output/growing_book_file.h"
#include "studio/output/subtitle_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
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
        if (std::filesystem::is_regular_file(path, ignored) && are_subtitles_of_recital(path, chapter)) {
            remove_file(path);
        }
    }
}

/// One chapter's file in the making.
struct GrowingChapter {
    GrowingChapter(const Book& whole, std::size_t chapter, const std::filesystem::path& path)
        : book(chapter_alone(whole, chapter)), file(book, path) {}

    Book book;
    GrowingBookFile file;
};

class ChapterFiles : public TakeSink {
public:
    ChapterFiles(const Book& book, const FileReport& report) : book_(book), report_(report) {}

    void begin_chapter(std::size_t chapter) override {
        chapter_.emplace(book_, chapter, report_.chapter_files[chapter]);
    }

    void add(std::size_t /*slot*/, const Take& take) override { chapter_->file.add(take); }

    void end_chapter(std::size_t /*chapter*/) override {
        chapter_->file.commit();
        chapter_.reset();
    }

    void finish() override {
        std::vector<std::filesystem::path> names;
        for (const std::filesystem::path& chapter : report_.chapter_files) {
            names.push_back(chapter.filename());
        }
        TemporaryFile file(std::filesystem::absolute(report_.playlist));
        FileWriter out(file.descriptor(), file.path().string());
        out.write(playlist(book_, names));
        out.flush();
        file.commit();
    }

private:
    const Book& book_;
    const FileReport& report_;
    std::optional<GrowingChapter> chapter_; ///< the one being written
};

} // namespace

FormerChapters::FormerChapters(const FileReport& report) {
    if (is_written_by_recital(report.playlist)) {
        for (const std::string& name : read_playlist_names(report.playlist)) {
            files_.push_back(report.playlist.parent_path() / std::filesystem::path(name).filename());
        }
    }
}

void FormerChapters::remove_unless_in(const FileReport& report) const {
    const auto& current = report.chapter_files;
    for (const std::filesystem::path& path : files_) {
        if (std::find(current.begin(), current.end(), path) == current.end() && is_numbered(path) &&
            is_written_by_recital(path)) {
            remove_subtitles(path);
            remove_file(path);
        }
    }
}

std::filesystem::path playlist_of(const std::filesystem::path& book) {
    std::filesystem::path folder = book;
    folder.replace_extension();
    return folder / (book.filename().string() + ".m3u8");
}

void name_chapter_files(FileReport& report) {
    report.playlist = playlist_of(report.file);
    report.chapter_files.clear();
    const std::filesystem::path folder = report.playlist.parent_path();
    const std::string extension = report.file.extension().string();
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(report.chapters.size()).size());
    for (std::size_t n = 0; n < report.chapters.size(); ++n) {
        const std::string name =
            safe_file_name(fmt::format("{:0{}} {}", n + 1, digits, report.chapters[n].title));
        report.chapter_files.push_back(folder / (name + extension));
    }
}

std::unique_ptr<TakeSink> chapter_files_sink(const Book& book, const FileReport& report) {
    return std::make_unique<ChapterFiles>(book, report);
}

} // namespace recital
