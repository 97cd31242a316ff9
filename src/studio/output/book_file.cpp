// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/book_file.h"

#include "base/error.h"
#include "base/file.h"
#include "base/files/claim.h"
#include "base/system/system_error.h"
#include "container/formats.h"
#include "studio/output/chapter_files.h"
#include "studio/output/growing_book_file.h"
#include "studio/output/outdated_subtitles.h"
#include "studio/output/staged_files.h"
#include "studio/output/subtitle_files.h"
#include "studio/output/subtitle_names.h"
#include "studio/output/take_sink.h"
#include "studio/process/signals.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace recital {

namespace {

bool is_ours(const std::filesystem::path& path, const std::filesystem::path& book) {
    return path == book ? is_written_by_recital(path) : are_subtitles_of_recital(path, book);
}

/// `book` is the file itself, or the one whose subtitles it is.
void check_file(const std::filesystem::path& path, const std::filesystem::path& book, bool overwrite) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (!std::filesystem::status_known(status)) {
        throw Error(ErrorKind::output, fmt::format("cannot be written: {}", system_error_text(error.value())),
                    {path.string(), 0});
    }
    const bool is_replaced =
        std::filesystem::is_regular_file(status) && (is_ours(path, book) || is_abandoned_reservation(path));
    const bool is_there = std::filesystem::exists(status) || std::filesystem::is_symlink(path, error);
    if (!overwrite && is_there && !is_replaced) {
        throw Error(ErrorKind::output,
                    "exists and was not made by recital: move it away, choose another folder "
                    "with -o, or replace it with --overwrite",
                    {path.string(), 0});
    }
}

void check_file(const std::filesystem::path& path, bool overwrite) {
    check_file(path, path, overwrite);
}

} // namespace

BookTags make_tags(const Document& document, const BookPlan& plan, const Voice& voice) {
    BookTags tags;
    tags.title = plan.name;
    tags.album = plan.name;
    tags.artist = document.author;
    tags.album_artist = document.author;
    tags.composer = fmt::format("eSpeak NG ({})", voice.name);
    tags.genre = "Audiobook";
    tags.description = document.description.empty()
                           ? fmt::format("A biography of {}, read by eSpeak NG.", plan.musician)
                           : document.description;
    tags.date = document.date;
    tags.publisher = document.publisher;
    tags.rights = document.rights;
    tags.language = document.language;
    tags.birth_name = document.birth_name;
    return tags;
}

std::string remark_on_chapters(std::size_t chapters, std::span<const FormatSettings> formats) {
    std::vector<std::string_view> short_of;
    std::size_t marked = chapters;
    for (const FormatSettings& format : formats) {
        if (format.traits().max_chapters < chapters) {
            short_of.push_back(format.traits().name);
            marked = format.traits().max_chapters;
        }
    }
    if (short_of.empty()) {
        return {};
    }
    return fmt::format("{} can mark the first {} of the book's {} chapters only: players show all of them in "
                       "--format m4b or mp3",
                       fmt::join(short_of, " and "), marked, chapters);
}

BookReport report_with_files(const BookInProgress& book_in_progress, const Job& job) {
    BookReport report = book_in_progress.report();
    name_files(report, book_in_progress, job);
    return report;
}

void name_files(BookReport& report, const BookInProgress& book_in_progress, const Job& job) {
    for (std::size_t n = 0; n < report.files.size(); ++n) {
        report.files[n].file = book_in_progress.plan().outputs[n];
        if (job.split_chapters) {
            name_chapter_files(report.files[n]);
        }
    }
    name_subtitles(report, job.subtitles);
}

void check_outputs(const BookReport& report, bool overwrite) {
    for (const FileReport& file : report.files) {
        check_file(file.file, overwrite);
        for (const std::filesystem::path& chapter : file.chapter_files) {
            check_file(chapter, overwrite);
        }
        if (!file.playlist.empty()) {
            check_file(file.playlist, overwrite);
        }
        for (const std::filesystem::path& subtitles : file.subtitles) {
            check_file(subtitles, file.file, overwrite);
        }
        for (std::size_t n = 0; n < file.chapter_subtitles.size(); ++n) {
            for (const std::filesystem::path& subtitles : file.chapter_subtitles[n]) {
                check_file(subtitles, file.chapter_files[n], overwrite);
            }
        }
    }
}

std::vector<std::pair<std::size_t, std::size_t>> give_up_damaged_takes(BookInProgress& book_in_progress,
                                                                       TakeStore& store) {
    std::vector<std::pair<std::size_t, std::size_t>> lost;
    for (std::size_t slot = 0; slot < book_in_progress.slots(); ++slot) {
        for (std::size_t format = 0; format < book_in_progress.formats(); ++format) {
            const TakeId& id = book_in_progress.id(slot, format);
            if (!store.find(id)) {
                store.forget(id);
                book_in_progress.give_up(slot, format);
                lost.emplace_back(slot, format);
            }
        }
    }
    return lost;
}

} // namespace recital
