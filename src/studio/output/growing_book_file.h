// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace recital {

/// A book's file in the making: written beside its name and then renamed.
class GrowingBookFile {
public:
    /// The book must outlive the file. Throws an `output` error.
    GrowingBookFile(const Book& book, const std::filesystem::path& path);

    /// The next take of the book, in its order.
    void add(const Take& take) { writer_->add(take); }
    /// After the last take. Returns the file's size in bytes.
    std::uint64_t commit(); // NOLINT(modernize-use-nodiscard)
    /// The same, but `put_in_place` commits the complete file.
    std::uint64_t
    commit(const std::function<void(TemporaryFile&)>& put_in_place); // NOLINT(modernize-use-nodiscard)

private:
    TemporaryFile file_;
    std::unique_ptr<BookWriter> writer_;
};

} // namespace recital
