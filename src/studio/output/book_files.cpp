// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/book_files.h"

#include "studio/output/book_move.h"
#include "studio/planning/book_identity.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// More than any two runs need that take names from each other at the same moment.
constexpr int max_attempts = 100;

bool is_about(const FileOwner& owner, const BookOrigin& origin) {
    return owner.kind == FileOwner::Kind::identified && are_about_one_person(owner.origin, origin);
}

bool is_anothers(const FileOwner& owner, const BookOrigin& origin) {
    return owner.kind == FileOwner::Kind::unreadable ||
           (owner.kind == FileOwner::Kind::identified && !are_about_one_person(owner.origin, origin));
}

bool is_still_named(int descriptor, const std::filesystem::path& path) {
    struct stat held{};
    struct stat named{};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

} // namespace

BookFiles::BookFiles(BookNames& names, BookNaming naming, bool overwrite, Notice notice, ClaimCalls& calls)
    : names_(names), naming_(std::move(naming)), overwrite_(overwrite), notice_(std::move(notice)),
      calls_(calls) {}

std::filesystem::path BookFiles::file(Format format) const {
    return file_of(naming_.home.stems, format);
}

void BookFiles::move_former() {
    if (!naming_.home.former) {
        return;
    }
    const BookStems former = *std::exchange(naming_.home.former, std::nullopt);
    const auto left_behind = move_book(former, naming_.home.stems, naming_.origin, calls_);
    notice_({fmt::format("the book of {} is now called {}", former.front().filename().string(),
                         naming_.home.stems.front().filename().string()),
             {naming_.home.stems.front().string(), 0}});
    for (const std::filesystem::path& file : left_behind) {
        notice_({"keeps its old name: a file with the new one exists", {file.string(), 0}});
    }
}

void BookFiles::commit(TemporaryFile& file, Format format) {
    for (int attempt = 0; attempt < max_attempts; ++attempt) {
        file.set_target(std::filesystem::absolute(this->file(format)));
        if (try_to_commit(file)) {
            const bool is_first = !std::exchange(has_name_, true);
            if (is_first && naming_.home.is_new && is_name_shared()) {
                take_next_name();
            }
            return;
        }
        if (is_anothers(read_owner(file.target()), naming_.origin)) {
            take_next_name();
        }
    }
    throw Error(ErrorKind::output, "other runs keep taking its name: run again", {file.target().string(), 0});
}

/// False if the name is another book's, or was just now.
bool BookFiles::try_to_commit(TemporaryFile& file) {
    if (commit_to_free_name(file, calls_)) {
        return true;
    }
    const FileOwner owner = read_owner(file.target());
    if (owner.kind == FileOwner::Kind::unidentified) {
        return replace_unidentified(file);
    }
    const bool is_foreign = owner.kind == FileOwner::Kind::foreign;
    if (is_foreign && !overwrite_) {
        throw Error(ErrorKind::output,
                    "exists and was not made by recital: move it away, choose another folder "
                    "with -o, or replace it with --overwrite",
                    {file.target().string(), 0});
    }
    if (is_foreign || is_about(owner, naming_.origin)) {
        file.commit();
        return true;
    }
    return false;
}

/// Books of one folder that do not say whose they are may be replaced by several runs at once: the lock lets
/// one of them do it, and the others see afterwards that the name is taken.
bool BookFiles::replace_unidentified(TemporaryFile& file) const {
    const FileDescriptor old(::open(file.target().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!old.is_open()) {
        return false;
    }
    ::flock(old.get(), LOCK_EX); // what cannot be locked is replaced without
    if (!is_still_named(old.get(), file.target())) {
        return false;
    }
    file.commit();
    return true;
}

/// Whether a run that makes another format gave the same name to somebody else's book at the same moment. The
/// later one of the two sees the other's file; if both see it, both move on.
bool BookFiles::is_name_shared() const {
    const auto formats = all_formats();
    return std::any_of(formats.begin(), formats.end(), [this](const AudioContainer& traits) {
        return is_anothers(read_owner(file(traits.format)), naming_.origin);
    });
}

void BookFiles::take_next_name() {
    const BookStems before = naming_.home.stems;
    std::vector<BookStems> left = {before};
    bool is_moved = false;
    while (!is_moved) {
        naming_.home = names_.find_next(naming_.wanted, naming_.origin, naming_.home);
        is_moved = !has_name_ || std::all_of(left.begin(), left.end(), [this](const BookStems& stems) {
            return move_book(stems, naming_.home.stems, naming_.origin, calls_).empty();
        });
        left.push_back(naming_.home.stems);
    }
    notice_({fmt::format("has this name because {} belongs to a book about somebody else",
                         before.front().filename().string()),
             {naming_.home.stems.front().string(), 0}});
}

} // namespace recital
