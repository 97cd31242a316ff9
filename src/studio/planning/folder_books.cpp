// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/folder_books.h"

#include "base/error.h"
#include "base/files/claim.h"
#include "base/folder_reader.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "container/book/record.h"
#include "container/formats.h"
#include "studio/planning/book_identity.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <tuple>
#include <utility>

namespace recital {

namespace {

std::uint64_t hash_of_name(const std::filesystem::path& name) {
    return hash_64(fold_case(normalise_nfc(name.string())));
}

std::uint64_t hash_of_id(const std::string& id) {
    return hash_64("id\n" + id);
}

std::uint64_t hash_of_musician(const BookIdentity& identity) {
    return hash_64("name\n" + folded_musician(identity));
}

bool has_book_extension(const std::filesystem::path& name) {
    const std::string extension = fold_case(name.extension().string());
    const auto formats = all_formats();
    return extension.size() > 1 &&
           std::any_of(formats.begin(), formats.end(), [&extension](const AudioContainer& format) {
               return format.name == std::string_view(extension).substr(1);
           });
}

/// Calls `visit` with the name of every file that may be a book. What cannot be listed has none: whoever
/// writes there gets the error.
template <typename Visitor>
void for_each_book_name(const std::filesystem::path& folder, Visitor visit) {
    for (FolderReader files(folder); files.next();) {
        const std::filesystem::path name = files.path().filename();
        if (has_book_extension(name)) {
            visit(name);
        }
    }
}

FileOwner owner_by_record(const std::string& line) {
    if (line.empty()) {
        return {FileOwner::Kind::unidentified};
    }
    try {
        BookRecord record = parse_book_record(line);
        if (record.part > 0) {
            return {FileOwner::Kind::unreadable}; // a chapter is not the book
        }
        if (record.version == 1) {
            return {FileOwner::Kind::unidentified};
        }
        return {FileOwner::Kind::identified, std::move(record.origin)};
    } catch (const Error&) {
        return {FileOwner::Kind::unreadable};
    }
}

} // namespace

namespace {

/// Which file the name stands for; nothing if there is none.
std::optional<std::pair<dev_t, ino_t>> file_behind(const std::filesystem::path& name) {
    struct stat status{};
    return ::stat(name.c_str(), &status) == 0 ? std::optional(std::pair(status.st_dev, status.st_ino))
                                              : std::nullopt;
}

FileOwner read_owner_once(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (!std::filesystem::exists(status) &&
        !std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) { // nor a link to nothing
        return {};
    }
    if (!std::filesystem::is_regular_file(status)) {
        return {FileOwner::Kind::foreign};
    }
    const BookStamp stamp = read_stamp(file);
    if (!stamp.application.empty()) {
        return owner_by_record(stamp.record);
    }
    if (!is_reservation(file)) {
        return {FileOwner::Kind::foreign};
    }
    return {is_abandoned_reservation(file) ? FileOwner::Kind::absent : FileOwner::Kind::unreadable};
}

} // namespace

/// A file that another run moves away or replaces while it is looked at is nobody's in particular.
FileOwner read_owner(const std::filesystem::path& file) {
    constexpr int max_tries = 10;
    FileOwner owner;
    for (int n = 0; n < max_tries; ++n) {
        const auto before = file_behind(file);
        owner = read_owner_once(file);
        if (owner.kind != FileOwner::Kind::foreign || (before && file_behind(file) == before)) {
            break;
        }
    }
    return owner;
}

std::vector<std::filesystem::path> list_books(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> books;
    for_each_book_name(folder, [&](const std::filesystem::path& name) { books.push_back(folder / name); });
    std::sort(books.begin(), books.end());
    return books;
}

FolderBooks::FolderBooks(std::filesystem::path folder) : folder_(std::move(folder)) {
    for_each_book_name(
        folder_, [this](const std::filesystem::path& name) { listed_.push_back(hash_of_name(name.stem())); });
    std::sort(listed_.begin(), listed_.end());
}

bool FolderBooks::may_hold(const std::filesystem::path& stem) const {
    return !listed_.empty() && std::binary_search(listed_.begin(), listed_.end(), hash_of_name(stem));
}

std::vector<std::filesystem::path> FolderBooks::spellings_of(const std::filesystem::path& stem) const {
    std::vector<std::filesystem::path> spellings;
    for_each_book_name(folder_, [&](const std::filesystem::path& name) {
        if (hash_of_name(name.stem()) == hash_of_name(stem)) {
            spellings.push_back(folder_ / name);
        }
    });
    return spellings;
}

std::optional<std::filesystem::path> FolderBooks::search(const BookOrigin& origin,
                                                         const Predicate& is_wanted) {
    if (listed_.empty()) {
        return std::nullopt;
    }
    read_books();
    std::vector<std::uint64_t> keys = {hash_of_musician(origin.identity)};
    if (!origin.identity.id.empty()) {
        keys.push_back(hash_of_id(origin.identity.id));
    }
    for (const std::uint64_t key : keys) {
        auto entry =
            std::lower_bound(entries_->begin(), entries_->end(), key,
                             [](const Entry& left, std::uint64_t right) { return left.key < right; });
        for (; entry != entries_->end() && entry->key == key; ++entry) {
            const std::filesystem::path file = folder_ / entry->name;
            const FileOwner owner = is_wanted(file) ? read_owner(file) : FileOwner();
            if (owner.kind == FileOwner::Kind::identified && are_about_one_person(owner.origin, origin)) {
                return file;
            }
        }
    }
    return std::nullopt;
}

void FolderBooks::read_books() {
    if (entries_) {
        return;
    }
    entries_.emplace();
    for_each_book_name(folder_, [this](const std::filesystem::path& name) { add_book(name.string()); });
    std::sort(entries_->begin(), entries_->end(), [](const Entry& left, const Entry& right) {
        return std::tie(left.key, left.name) < std::tie(right.key, right.name);
    });
}

void FolderBooks::add_book(const std::string& name) {
    ++files_read_;
    const FileOwner owner = read_owner(folder_ / name);
    if (owner.kind == FileOwner::Kind::identified) {
        entries_->push_back({hash_of_musician(owner.origin.identity), name});
        if (!owner.origin.identity.id.empty()) {
            entries_->push_back({hash_of_id(owner.origin.identity.id), name});
        }
    }
}

} // namespace recital
