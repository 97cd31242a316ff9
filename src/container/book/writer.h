// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "container/book/splice.h"

#include <cstddef>

namespace recital {

/// Writes one file of a book from takes that come one after another, so that several files can grow from one
/// pass over the takes. Nothing in the file depends on the clock. Throws `output` errors.
class BookWriter {
public:
    BookWriter(const BookWriter&) = delete;
    BookWriter& operator=(const BookWriter&) = delete;
    virtual ~BookWriter() = default;

    /// The next take of the book, in its order.
    void add(const Take& take);

    /// After the last take: completes the file and hands everything to the kernel.
    virtual void finish() = 0;

protected:
    /// The book must outlive the writer.
    explicit BookWriter(const Book& book) : book_(book) {}

    virtual void begin_chapter(const BookChapter& /*chapter*/) {}
    /// What refers to the take is valid only during the call.
    virtual void add_packets(const SplicedPackets& packets) = 0;

private:
    const Book& book_;
    std::size_t chapter_ = 0; ///< of the next take
    std::size_t take_ = 0;    ///< in that chapter
};

} // namespace recital
