// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/outdated_subtitles.h"

#include "base/error.h"
#include "base/file.h"
#include "container/book/record.h"
#include "container/formats.h"
#include "container/reader/book_reader.h"
#include "studio/output/subtitle_names.h"

#include <algorithm>
#include <system_error>

namespace recital {

namespace {

bool is_written(const std::filesystem::path& path, const BookReport& report) {
    return std::any_of(report.files.begin(), report.files.end(), [&path](const FileReport& file) {
        const auto names_it = [&path](const std::vector<std::filesystem::path>& paths) {
            return std::find(paths.begin(), paths.end(), path) != paths.end();
        };
        return path == file.file || names_it(file.chapter_files) || names_it(file.subtitles) ||
               std::any_of(file.chapter_subtitles.begin(), file.chapter_subtitles.end(), names_it);
    });
}

/// Whether the subtitles can as well be those of the same book in a format that is not written now.
bool can_be_anothers(std::filesystem::path subtitles, const BookReport& report) {
    const auto formats = all_formats();
    return std::any_of(formats.begin(), formats.end(), [&](const AudioContainer& traits) {
        subtitles.replace_extension(traits.name);
        std::error_code ignored;
        return std::filesystem::exists(subtitles, ignored) && !is_written(subtitles, report);
    });
}

} // namespace

OutdatedSubtitles::OutdatedSubtitles(const BookReport& report) {
    for (const FileReport& file : report.files) {
        look_beside(file.file, report);
        for (const std::filesystem::path& chapter : file.chapter_files) {
            look_beside(chapter, report);
        }
    }
}

void OutdatedSubtitles::look_beside(const std::filesystem::path& book, const BookReport& report) {
    for (const std::filesystem::path& path : possible_subtitles(book)) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored) && !is_written(path, report) &&
            are_subtitles_of_recital(path, book) && !can_be_anothers(path, report)) {
            candidates_.push_back({path, book, sound_of(book)});
        }
    }
}

void OutdatedSubtitles::remove() const {
    for (const Candidate& candidate : candidates_) {
        if (!candidate.sound || sound_of(candidate.book) != candidate.sound) {
            remove_file(candidate.subtitles);
        }
    }
}

std::optional<OutdatedSubtitles::Sound> OutdatedSubtitles::sound_of(const std::filesystem::path& book) {
    try {
        const BookReader reader(book);
        const BookRecord record = parse_book_record(reader.info().record);
        return Sound{record.samples, record.checksum};
    } catch (const Error&) {
        return std::nullopt; // not there, or without a record
    }
}

} // namespace recital
