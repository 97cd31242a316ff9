// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/origin.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// Whose a file is.
struct FileOwner {
    enum class Kind {
        absent,       ///< there is no file, or only what a killed run left behind
        foreign,      ///< this program did not make it
        unidentified, ///< a book of this program that does not say whom it is about: version 1 of the record
        identified,   ///< a book about `origin`
        unreadable,   ///< a file of this program about which nothing can be said
    };
    Kind kind = Kind::absent;
    BookOrigin origin = {};
};

/// Reads whose the file is, from its head alone.
[[nodiscard]] FileOwner read_owner(const std::filesystem::path& file);

/// The files in a folder that may be books by their names, sorted; none if the folder cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> list_books(const std::filesystem::path& folder);

/// The books in one folder, without its sub-folders. Their names are listed once, at the start; they are
/// opened once, and only if `search` is called.
class FolderBooks {
public:
    /// A folder that does not exist has no books.
    explicit FolderBooks(std::filesystem::path folder);

    /// Whether there was a book at the start, of any format, whose name without extension is this one, case
    /// aside. May be true for a name that only has the same hash, and for files of other programs.
    [[nodiscard]] bool may_hold(const std::filesystem::path& stem) const;

    /// Whether there were no such files at all.
    [[nodiscard]] bool is_empty() const { return listed_.empty(); }

    /// The files, of any format, whose names without extensions differ from this one in nothing but case.
    [[nodiscard]] std::vector<std::filesystem::path> spellings_of(const std::filesystem::path& stem) const;

    using Predicate = std::function<bool(const std::filesystem::path& file)>;

    /// The first book, by name, that is about the same person as `origin` and that `is_wanted`. Nothing if
    /// there is none.
    [[nodiscard]] std::optional<std::filesystem::path> search(const BookOrigin& origin,
                                                              const Predicate& is_wanted);

    /// How many files `search` opened.
    [[nodiscard]] std::size_t files_read() const { return files_read_; }

private:
    /// A book as it is found by: hashes of what its record states.
    struct Entry {
        std::uint64_t key = 0; ///< of the musician's folded name, or of the declared id
        std::string name;
    };

    void read_books();
    void add_book(const std::string& name);

    std::filesystem::path folder_;
    std::vector<std::uint64_t> listed_;         ///< hashes of the folded names without extensions, in order
    std::optional<std::vector<Entry>> entries_; ///< in order of keys and names; read when first needed
    std::size_t files_read_ = 0;
};

} // namespace recital
