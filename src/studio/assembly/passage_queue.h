// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/book_in_progress.h"
#include "studio/narration/narrators.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace recital {

/// A passage of a book in the making, and who reads it.
struct SlotHandle {
    BookInProgress* book_in_progress;
    Narrator* narrator;
    std::size_t slot;
};

/// Bytes of its spoken text: what it costs to render is in proportion to them, within some tens of percent.
[[nodiscard]] std::size_t spoken_bytes(const Passage& passage);

/// Passages that wait to be rendered, the longest first, those of equal length in the order in which they
/// came. So the last ones are short, and no core waits long for another (longest processing time first:
/// R. L. Graham, "Bounds on Multiprocessing Timing Anomalies", 1969).
class PassageQueue {
public:
    void add(const SlotHandle& place);
    /// Takes the next passage off the queue, which must not be empty.
    [[nodiscard]] SlotHandle take();
    [[nodiscard]] bool is_empty() const { return waiting_.empty(); }
    /// Forgets the passages of a book.
    void drop(const BookInProgress* book_in_progress);

private:
    /// Length of the passage, and minus its number.
    using Rank = std::pair<std::size_t, std::int64_t>;

    std::map<Rank, SlotHandle, std::greater<>> waiting_;
    std::int64_t added_ = 0;
};

} // namespace recital
