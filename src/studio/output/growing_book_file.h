// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace recital {

/// A book's file in the making: written beside its name and then renamed.
class GrowingBookFile {
public:
    /// The book must be there until the file is finished. Throws an `output` error.
    GrowingBookFile(const Book& book, const std::filesystem::path& path);

    /// The next take of the book, in its order.
    void add(const Take& take) { writer_->add(take); }
    /// After the last take. Returns the file's size in bytes. The book is not needed any more.
    std::uint64_t finish(); // NOLINT(modernize-use-nodiscard)
    /// Finishes the file and gives it its name.
    void commit();

    [[nodiscard]] TemporaryFile& file() { return file_; }

private:
    TemporaryFile file_;
    std::unique_ptr<BookWriter> writer_;
};

} // namespace recital
