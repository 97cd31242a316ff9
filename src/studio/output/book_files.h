// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/file.h"
#include "base/files/claim.h"
#include "container/book/origin.h"
#include "container/formats.h"
#include "studio/planning/book_names.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// How one book wants its files to be named.
struct BookNaming {
    BookStems wanted;  ///< without extensions, before anything is known of the folder
    BookOrigin origin; ///< whose the files are
    BookHome home;     ///< as it was found
};

/// Puts the finished files of one book under its names, so that whatever other runs do in the same folder at
/// the same time, no book replaces one about somebody else. If another run took the name in the meantime, the
/// book gets its next one, with all files that it has already.
class BookFiles {
public:
    using Notice = std::function<void(const Diagnostic&)>;

    /// `names` and `calls` outlive this object. `overwrite`: files that this program did not make are
    /// replaced. `notice` is told of every book that does not have the name it wants.
    BookFiles(BookNames& names, BookNaming naming, bool overwrite, Notice notice,
              ClaimCalls& calls = ClaimCalls::system());

    /// Renames what earlier runs made of the book if its name has changed. Before anything is written.
    void move_former();

    /// Commits a book's finished file. Afterwards the book may have other names than before. Throws an
    /// `output` error.
    void commit(TemporaryFile& file, Format format);

    [[nodiscard]] const BookHome& home() const { return naming_.home; }

    /// Where the files are, or will be: those that are written after a commit have to go there.
    [[nodiscard]] std::filesystem::path file(Format format) const;

private:
    [[nodiscard]] bool try_to_commit(TemporaryFile& file);
    [[nodiscard]] bool replace_unidentified(TemporaryFile& file) const;
    [[nodiscard]] bool is_name_shared() const;
    void take_next_name();

    BookNames& names_;
    BookNaming naming_;
    bool overwrite_;
    Notice notice_;
    ClaimCalls& calls_;
    bool has_name_ = false; ///< whether one of the files is there
};

} // namespace recital
