// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/origin.h"
#include "container/formats.h"
#include "studio/planning/folder_books.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace recital {

/// Files of a book without their extensions, one path for each of `all_formats`; most often all the same.
using BookStems = std::vector<std::filesystem::path>;

/// The names that a book may have, best first: as wanted, then with the years of the musician's life, the
/// declared id, and more and more digits of the identity's hash.
class NameLadder {
public:
    NameLadder(BookStems wanted, const BookIdentity& identity);

    [[nodiscard]] std::size_t size() const { return suffixes_.size(); }
    [[nodiscard]] BookStems stems(std::size_t rung) const;

private:
    BookStems wanted_;
    std::vector<std::string> suffixes_;
};

/// Where the files of one book are, or will be.
struct BookHome {
    BookStems stems;
    std::optional<BookStems> former; ///< where they are now, if they are to be renamed first
    std::size_t rung = 0;            ///< of the ladder; its size if the book was found under another name
    bool is_new = false;             ///< whether no earlier run made the book
    std::filesystem::path taken;     ///< the wanted name, if a book of another run has it; else empty
};

/// The file of a book in a format. `stems` are those of a home.
[[nodiscard]] std::filesystem::path file_of(const BookStems& stems, Format format);

/// A hash of a file without its extension that is the same for names which differ only in case.
[[nodiscard]] std::uint64_t hash_of_stem(const std::filesystem::path& stem);

/// Finds every book of a run its name: the one that it has already, by the identity in its record, or the
/// first of its ladder that belongs to no other book. Nothing is claimed or renamed here. Books of one run
/// never get one name, and never one that only differs in case.
class BookNames {
public:
    /// `formats` are those of the job. `keeps_names`: a book found under a name of its own keeps it while its
    /// musician's name stays the same; otherwise (a template names the files) it gets the wanted one.
    BookNames(std::span<const FormatSettings> formats, bool keeps_names);

    /// To be asked once for each book. Throws an `output` error if every name is taken.
    [[nodiscard]] BookHome find(const BookStems& wanted, const BookOrigin& origin);

    /// Gives a book the name that it wants and has, without a look at any file. False if another book of this
    /// run has it already.
    [[nodiscard]] bool keep(const BookStems& wanted);

    /// The next free name of a book whose name somebody else took in the meantime.
    [[nodiscard]] BookHome find_next(const BookStems& wanted, const BookOrigin& origin,
                                     const BookHome& taken);

    /// Whether a book of this run has that name.
    [[nodiscard]] bool has_given(const std::filesystem::path& stem) const;

    /// How many times a file was opened to learn whose it is: for tests of the effort.
    [[nodiscard]] std::size_t files_read() const;

private:
    enum class NameState { free, unidentified, own, taken };

    [[nodiscard]] NameState state_of(const BookStems& stems, const BookOrigin& origin);
    [[nodiscard]] NameState state_of(const FileOwner& owner, const BookOrigin& origin) const;
    [[nodiscard]] bool is_taken_in_other_case(const BookStems& stems, const BookOrigin& origin);
    [[nodiscard]] FileOwner owner_of(const std::filesystem::path& file);
    [[nodiscard]] std::optional<std::filesystem::path> search(const BookStems& wanted,
                                                              const BookOrigin& origin);
    [[nodiscard]] FolderBooks& folder(const std::filesystem::path& path);
    [[nodiscard]] bool are_folders_empty(const BookStems& stems);
    [[nodiscard]] bool is_given(const BookStems& stems) const;
    BookHome give(BookHome home);

    std::vector<Format> formats_; ///< all of them, those of the job first
    bool keeps_names_;
    std::unordered_set<std::uint64_t> given_; ///< hashes of the folded stems
    std::map<std::filesystem::path, FolderBooks> folders_;
    std::size_t files_read_ = 0;
};

} // namespace recital
