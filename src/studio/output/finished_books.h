// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/book_in_progress.h"
#include "studio/job/report.h"
#include "studio/output/bookshelf.h"
#include "studio/output/staged_book.h"
#include "studio/store/take_store.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace recital {

/// A book whose files are written.
struct FinishedBook {
    std::unique_ptr<BookInProgress> book;
    BookReport report;
    StagedBook staged;
};

/// Books that wait until they are on the disk and get their names. They are synced in groups: to wait for the
/// disk once for many short books costs little more than once for each. After a power cut, every book is the
/// one of an earlier run, the new one, or not there.
class FinishedBooks {
public:
    /// Is told of a book that has its names, or of the error that it failed with.
    using Settle = std::function<void(const FinishedBook&, const std::optional<Error>&)>;

    /// Shelf and store outlive this object.
    FinishedBooks(Bookshelf& shelf, TakeStore& store, Settle settle)
        : shelf_(shelf), store_(store), settle_(std::move(settle)) {}

    void add(FinishedBook book);

    /// True if the group is large, or its first book has waited for a second.
    [[nodiscard]] bool is_due() const;

    /// Syncs all books that wait, with their takes, and puts them in place.
    void put_in_place();

private:
    void sync_content() const;
    void sync_names() const;
    [[nodiscard]] std::optional<Error> name(FinishedBook& book);

    Bookshelf& shelf_;
    TakeStore& store_;
    Settle settle_;
    std::vector<FinishedBook> books_;
    std::uint64_t bytes_ = 0;
    std::chrono::steady_clock::time_point first_added_;
};

} // namespace recital
