// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book.h"
#include "studio/plan.h"
#include "studio/report.h"
#include "studio/take_request.h"
#include "text/script.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// One take that a book in the making needs.
struct TakeSlot {
    Passage passage; ///< without sentences: the pause at the head of the book
    TakeRequest request;
    BookTake take; ///< its key from the start, its lengths once it is there
    bool done = false;
};

/// A book in the making: its takes in order, and what is known of the book when they are all there.
class Production {
public:
    Production(BookPlan plan, const Script& script, BookTags tags, const TakeContext& context);

    [[nodiscard]] const BookPlan& plan() const { return plan_; }
    [[nodiscard]] std::vector<TakeSlot>& slots() { return slots_; }

    /// Fills a slot; `rendered` tells work of this run from a stored take.
    void deliver(std::size_t slot, const Take& take, bool rendered);
    [[nodiscard]] bool is_complete() const { return rendered_ + reused_ == slots_.size(); }

    /// Counts a slot that would have to be rendered, with the length it will probably have.
    void estimate(std::size_t slot);

    /// The finished book. All slots must be delivered.
    [[nodiscard]] Book book() const;
    /// What is known of it; `bytes` is left to whoever wrote the file.
    [[nodiscard]] BookReport report() const;

private:
    BookPlan plan_;
    BookTags tags_;
    Voice voice_;
    FormatSettings format_;
    std::vector<std::string> chapter_titles_;
    std::vector<std::size_t> chapter_first_slots_;
    std::vector<TakeSlot> slots_;
    LimiterWork limiter_;
    std::size_t rendered_ = 0;
    std::size_t reused_ = 0;
};

} // namespace recital
