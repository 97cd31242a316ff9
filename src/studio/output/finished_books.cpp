// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/finished_books.h"

#include "base/sync.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <exception>
#include <filesystem>
#include <set>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_waiting_books = 32;
constexpr std::uint64_t max_waiting_bytes = std::uint64_t{64} << 20U;
constexpr auto longest_wait = std::chrono::seconds(1);

/// The folders that a book's files are in.
std::set<std::filesystem::path> folders_of(const BookReport& report) {
    std::set<std::filesystem::path> folders;
    for (const FileReport& file : report.files) {
        folders.insert(file.file.parent_path());
        if (!file.playlist.empty()) {
            folders.insert(file.playlist.parent_path());
            folders.insert(file.playlist.parent_path().parent_path());
        }
    }
    return folders;
}

} // namespace

void FinishedBooks::add(FinishedBook book) {
    if (books_.empty()) {
        first_added_ = std::chrono::steady_clock::now();
        bytes_ = 0;
    }
    for (const FileReport& file : book.report.files) {
        bytes_ += file.bytes;
    }
    books_.push_back(std::move(book));
}

bool FinishedBooks::is_due() const {
    return books_.size() >= max_waiting_books || (!books_.empty() && bytes_ >= max_waiting_bytes) ||
           (!books_.empty() && std::chrono::steady_clock::now() - first_added_ >= longest_wait);
}

/// One book by its own files; more, or one of many files, with all that is on its file system.
void FinishedBooks::sync_content() const {
    store_.sync();
    if (books_.size() == 1 && !books_.front().staged.has_companions()) {
        books_.front().staged.sync();
        return;
    }
    std::set<dev_t> synced;
    for (const FinishedBook& book : books_) {
        for (const std::filesystem::path& folder : folders_of(book.report)) {
            struct stat status{};
            if (::stat(folder.empty() ? "." : folder.c_str(), &status) == 0 &&
                synced.insert(status.st_dev).second) {
                sync_file_system(folder);
            }
        }
    }
}

void FinishedBooks::sync_names() const {
    std::set<std::filesystem::path> folders;
    for (const FinishedBook& book : books_) {
        folders.merge(folders_of(book.report));
    }
    for (const std::filesystem::path& folder : folders) {
        sync_folder(folder);
    }
}

std::optional<Error> FinishedBooks::name(FinishedBook& book) {
    try {
        shelf_.put_in_place(book.staged, *book.book, book.report);
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    } catch (const std::exception& error) {
        return Error(ErrorKind::internal, fmt::format("a defect of this program: {}", error.what()));
    }
}

void FinishedBooks::put_in_place() {
    if (books_.empty()) {
        return;
    }
    std::vector<std::optional<Error>> errors(books_.size());
    try {
        sync_content();
        for (std::size_t n = 0; n < books_.size(); ++n) {
            errors[n] = name(books_[n]);
        }
        sync_names();
    } catch (const Error& error) {
        for (std::optional<Error>& each : errors) {
            each = each ? each : error;
        }
    }
    const std::vector<FinishedBook> settled = std::exchange(books_, {});
    for (std::size_t n = 0; n < settled.size(); ++n) {
        settle_(settled[n], errors[n]);
    }
}

} // namespace recital
