// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/book_move.h"

#include "base/file.h"
#include "container/formats.h"
#include "container/sidecar/playlist.h"
#include "studio/output/chapter_files.h"
#include "studio/output/subtitle_names.h"
#include "studio/planning/book_identity.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace recital {

namespace {

bool is_there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

/// Renames one book's files, whose names are taken from one place to another.
class Move {
public:
    Move(const BookOrigin& origin, ClaimCalls& calls) : origin_(origin), calls_(calls) {}

    /// The files that belong to the book first: if a run is killed in between, the next one finds the book
    /// under its old name and goes on.
    void operator()(const BookStems& from, const BookStems& to) {
        std::vector<std::pair<std::filesystem::path, std::filesystem::path>> books;
        for (const AudioContainer& traits : all_formats()) {
            const std::filesystem::path file = file_of(from, traits.format);
            const FileOwner owner = read_owner(file);
            if (owner.kind == FileOwner::Kind::identified && are_about_one_person(owner.origin, origin_)) {
                books.emplace_back(file, file_of(to, traits.format));
            }
        }
        for (const auto& [file, target] : books) {
            create_folder(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."));
            move_subtitles(file, target);
            move_chapters(file, target);
        }
        for (const auto& [file, target] : books) {
            move(file, target);
        }
    }

    [[nodiscard]] std::vector<std::filesystem::path> left_behind() && { return std::move(left_behind_); }

private:
    void move(const std::filesystem::path& from, const std::filesystem::path& to) {
        if (is_there(from) && !claim_name(from, to, calls_)) {
            left_behind_.push_back(from);
        }
    }

    void move_subtitles(const std::filesystem::path& book, const std::filesystem::path& target) {
        const auto old_names = possible_subtitles(book);
        const auto new_names = possible_subtitles(target);
        for (std::size_t n = 0; n < old_names.size(); ++n) {
            std::error_code ignored;
            if (std::filesystem::is_regular_file(old_names[n], ignored) &&
                are_subtitles_of_recital(old_names[n], book)) {
                move(old_names[n], new_names[n]);
            }
        }
    }

    void move_chapters(const std::filesystem::path& book, const std::filesystem::path& target) {
        const std::filesystem::path playlist = playlist_of(book);
        const std::filesystem::path new_playlist = playlist_of(target);
        const std::filesystem::path new_folder = new_playlist.parent_path();
        if (is_written_by_recital(playlist) &&
            !claim_folder_name(playlist.parent_path(), new_folder, calls_)) {
            move_chapter_files(playlist, new_folder);
            move(playlist, new_playlist);
            std::error_code ignored; // it may hold files of the user, and stays then
            std::filesystem::remove(playlist.parent_path(), ignored);
        }
        // The folder may have come with the book's file in another format.
        move(new_folder / playlist.filename(), new_playlist);
    }

    void move_chapter_files(const std::filesystem::path& playlist, const std::filesystem::path& new_folder) {
        for (const std::string& name : read_playlist_names(playlist)) {
            const std::filesystem::path file =
                playlist.parent_path() / std::filesystem::path(name).filename();
            if (is_written_by_recital(file)) {
                move_subtitles(file, new_folder / file.filename());
                move(file, new_folder / file.filename());
            }
        }
    }

    const BookOrigin& origin_;
    ClaimCalls& calls_;
    std::vector<std::filesystem::path> left_behind_;
};

} // namespace

std::vector<std::filesystem::path> move_book(const BookStems& from, const BookStems& to,
                                             const BookOrigin& origin, ClaimCalls& calls) {
    Move move(origin, calls);
    move(from, to);
    return std::move(move).left_behind();
}

} // namespace recital
