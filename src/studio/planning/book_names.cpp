// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/book_names.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "studio/job/file_name.h"
#include "studio/planning/book_identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_suffix_bytes = 40;  // with 200 of the name there is room for every extension in 255
constexpr std::size_t max_open_folders = 256; // of which the names are kept

std::filesystem::path folder_of(const std::filesystem::path& stem) {
    return stem.has_parent_path() ? stem.parent_path() : std::filesystem::path(".");
}

std::filesystem::path with_extension(std::filesystem::path stem, Format format) {
    stem += fmt::format(".{}", traits_of(format).name);
    return stem;
}

std::filesystem::path without_extension(std::filesystem::path file) {
    return file.replace_extension();
}

/// Most often one: only a template with {format} makes several.
BookStems distinct(const BookStems& stems) {
    BookStems distinct;
    for (const std::filesystem::path& stem : stems) {
        if (distinct.empty() || std::find(distinct.begin(), distinct.end(), stem) == distinct.end()) {
            distinct.push_back(stem);
        }
    }
    return distinct;
}

/// The stems that a book has whose file in one of its formats was found.
BookStems named_like(BookStems stems, const std::filesystem::path& found) {
    for (std::filesystem::path& stem : stems) {
        stem = folder_of(stem) / found.stem();
    }
    return stems;
}

[[noreturn]] void throw_all_taken(const BookStems& wanted) {
    throw Error(
        ErrorKind::output,
        "its name and all others that it may have belong to other books: choose another folder with -o",
        {wanted.front().string(), 0});
}

} // namespace

NameLadder::NameLadder(BookStems wanted, const BookIdentity& identity)
    : wanted_(std::move(wanted)), suffixes_{""} {
    const auto add = [this](const std::string& text) {
        if (!text.empty()) {
            const std::string_view part = prefix_on_character(text, max_suffix_bytes);
            suffixes_.push_back(fmt::format(" ({})", safe_file_name(part)));
        }
    };
    add(years_of(identity));
    add(identity.id);
    const std::string digits = identity_digits(identity);
    for (const std::size_t count : {6U, 8U, 12U, 16U}) {
        add(digits.substr(0, count));
    }
}

BookStems NameLadder::stems(std::size_t rung) const {
    BookStems stems = wanted_;
    for (std::filesystem::path& stem : stems) {
        stem += suffixes_[rung];
    }
    return stems;
}

std::filesystem::path file_of(const BookStems& stems, Format format) {
    return with_extension(stems[static_cast<std::size_t>(format)], format);
}

std::uint64_t hash_of_stem(const std::filesystem::path& stem) {
    return hash_64(fold_case(normalise_nfc(stem.string())));
}

BookNames::BookNames(std::span<const FormatSettings> formats, bool keeps_names) : keeps_names_(keeps_names) {
    for (const FormatSettings& format : formats) {
        formats_.push_back(format.format);
    }
    for (const AudioContainer& traits : all_formats()) {
        if (std::find(formats_.begin(), formats_.end(), traits.format) == formats_.end()) {
            formats_.push_back(traits.format);
        }
    }
}

bool BookNames::has_given(const std::filesystem::path& stem) const {
    return given_.contains(hash_of_stem(stem));
}

std::size_t BookNames::files_read() const {
    return std::accumulate(
        folders_.begin(), folders_.end(), files_read_,
        [](std::size_t sum, const auto& entry) { return sum + entry.second.files_read(); });
}

BookHome BookNames::find(const BookStems& wanted, const BookOrigin& origin) {
    const NameLadder ladder(wanted, origin.identity);
    const bool may_exist = !are_folders_empty(wanted);
    std::optional<std::size_t> available;
    for (std::size_t rung = 0; rung < ladder.size() && (may_exist || !available); ++rung) {
        const NameState state = state_of(ladder.stems(rung), origin);
        if (state == NameState::own) {
            return give({ladder.stems(rung), std::nullopt, rung, false, {}});
        }
        if (state != NameState::taken && !available) {
            available = rung;
        }
    }
    const auto found = may_exist ? search(wanted, origin) : std::nullopt;
    if (found && keeps_names_ &&
        normalise_nfc(owner_of(*found).origin.identity.musician) == normalise_nfc(origin.identity.musician)) {
        return give({named_like(wanted, *found), std::nullopt, ladder.size(), false, {}});
    }
    if (!available) {
        throw_all_taken(wanted);
    }
    BookHome home{ladder.stems(*available), std::nullopt, *available, !found, {}};
    if (!found && *available > 0 && !is_given(wanted)) {
        home.taken = wanted.front();
    }
    if (found) {
        home.former = named_like(wanted, *found);
    }
    return give(std::move(home));
}

bool BookNames::keep(const BookStems& wanted) {
    if (is_given(wanted)) {
        return false;
    }
    (void)give({wanted, std::nullopt, 0, false, {}});
    return true;
}

BookHome BookNames::find_next(const BookStems& wanted, const BookOrigin& origin, const BookHome& taken) {
    folders_.clear(); // somebody else writes there
    const NameLadder ladder(wanted, origin.identity);
    const std::size_t first = taken.rung < ladder.size() ? taken.rung + 1 : 0;
    for (std::size_t rung = first; rung < ladder.size(); ++rung) {
        if (state_of(ladder.stems(rung), origin) != NameState::taken) {
            return give({ladder.stems(rung), std::nullopt, rung, true, {}});
        }
    }
    throw_all_taken(wanted);
}

BookNames::NameState BookNames::state_of(const FileOwner& owner, const BookOrigin& origin) const {
    switch (owner.kind) {
    case FileOwner::Kind::identified:
        return are_about_one_person(owner.origin, origin) ? NameState::own : NameState::taken;
    case FileOwner::Kind::unreadable:
        return NameState::taken;
    case FileOwner::Kind::unidentified:
        return NameState::unidentified;
    case FileOwner::Kind::absent:
    case FileOwner::Kind::foreign: // whoever writes there asks whether it may be overwritten
        break;
    }
    return NameState::free;
}

/// A name is for all formats, also those that are not made now: they may be asked for later.
BookNames::NameState BookNames::state_of(const BookStems& stems, const BookOrigin& origin) {
    if (is_given(stems)) {
        return NameState::taken;
    }
    NameState state = NameState::free;
    bool is_there = false;
    for (const Format format : formats_) {
        const std::filesystem::path& stem = stems[static_cast<std::size_t>(format)];
        if (!folder(folder_of(stem)).may_hold(stem.filename())) {
            continue;
        }
        const FileOwner owner = owner_of(with_extension(stem, format));
        is_there = is_there || owner.kind != FileOwner::Kind::absent;
        const NameState here = state_of(owner, origin);
        if (here == NameState::own || here == NameState::taken) {
            return here;
        }
        state = here == NameState::unidentified ? here : state;
    }
    return !is_there && is_taken_in_other_case(stems, origin) ? NameState::taken : state;
}

/// Where case makes another name, it must not make another book: people copy books to other file systems.
bool BookNames::is_taken_in_other_case(const BookStems& stems, const BookOrigin& origin) {
    const BookStems names = distinct(stems);
    return std::any_of(names.begin(), names.end(), [&](const std::filesystem::path& stem) {
        const FolderBooks& books = folder(folder_of(stem));
        if (!books.may_hold(stem.filename())) {
            return false;
        }
        const auto files = books.spellings_of(stem.filename());
        return std::any_of(files.begin(), files.end(), [&](const std::filesystem::path& file) {
            return state_of(owner_of(file), origin) == NameState::taken;
        });
    });
}

FileOwner BookNames::owner_of(const std::filesystem::path& file) {
    ++files_read_;
    return read_owner(file);
}

std::optional<std::filesystem::path> BookNames::search(const BookStems& wanted, const BookOrigin& origin) {
    const auto is_wanted = [this](const std::filesystem::path& file) {
        return !given_.contains(hash_of_stem(without_extension(file)));
    };
    for (const std::filesystem::path& stem : distinct(wanted)) {
        if (auto found = folder(folder_of(stem)).search(origin, is_wanted)) {
            return found;
        }
    }
    return std::nullopt;
}

FolderBooks& BookNames::folder(const std::filesystem::path& path) {
    const auto known = folders_.find(path);
    if (known != folders_.end()) {
        return known->second;
    }
    if (folders_.size() >= max_open_folders) {
        folders_.clear();
    }
    return folders_.try_emplace(path, path).first->second;
}

bool BookNames::are_folders_empty(const BookStems& stems) {
    const BookStems folders = distinct(stems);
    return std::all_of(folders.begin(), folders.end(), [this](const std::filesystem::path& stem) {
        return folder(folder_of(stem)).is_empty();
    });
}

bool BookNames::is_given(const BookStems& stems) const {
    const BookStems names = distinct(stems);
    return std::any_of(names.begin(), names.end(), [this](const std::filesystem::path& stem) {
        return given_.contains(hash_of_stem(stem));
    });
}

BookHome BookNames::give(BookHome home) {
    for (const std::filesystem::path& stem : distinct(home.stems)) {
        given_.insert(hash_of_stem(stem));
    }
    return home;
}

} // namespace recital
