// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/take_scheduler.h"
#include "studio/book_history.h"
#include "studio/book_opener.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/output/bookshelf.h"
#include "studio/output/finished_books.h"
#include "studio/planning/record_source.h"
#include "studio/sources/document_cache.h"
#include "studio/store/machine_notes.h"
#include "studio/store/take_store.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// The loop of one run: schedules the passages of the books, takes what comes of them, and finishes books.
class Run {
public:
    /// What is to be known of the earlier run and kept for the next one; both may be missing.
    struct History {
        FinishedEarlier* earlier = nullptr;
        BookRecorder* recorder = nullptr;
        /// Names what a book is made from: books with one key are the same.
        std::function<Digest(const PlanRecord&)> key_of = {};
    };

    /// `shelf_listener` is told what depends on the books that are there when the run begins: it is not true
    /// any more when the run is over, and not recorded.
    Run(const Job& job, RunListener& listener, RunListener& shelf_listener, History history);

    /// Where the texts of the books are kept between planning and their book.
    [[nodiscard]] DocumentCache& documents() { return documents_; }

    /// Describes all of this machine that can change the bytes of books. Throws `voice` and `engine` errors.
    [[nodiscard]] std::string environment() { return opener_.environment(); }

    /// Makes the books. `failures` is the number of sources that became no book.
    RunReport execute(const RecordSource& plan, std::size_t failures);

private:
    void keep_notes();
    void make_books(const RecordSource& plan);
    void schedule_passages(const RecordSource& plan);
    void open_books_until_passages_wait(const RecordSource& plan);
    void open_book(const PlanRecord& record);
    [[nodiscard]] bool repeat_failure(const PlanRecord& record);
    [[nodiscard]] bool keep_unchanged(const PlanRecord& record);
    void start_passage(const SlotHandle& place);
    void receive_takes();
    [[nodiscard]] bool look_up(const SlotHandle& place);
    void estimate(const SlotHandle& place);
    void take_over(const CompletedTake& completed);
    void fail_take(const CompletedTake& completed);
    [[nodiscard]] bool leave_out(const SlotHandle& place, const Error& error, const Sentence& sentence);
    [[nodiscard]] bool is_open(const BookInProgress* book_in_progress) const;
    void finish_if_complete(BookInProgress* book_in_progress);
    void write(OpenedBook& book);
    void settle(const FinishedBook& book, const std::optional<Error>& error);
    void report_book(BookReport report, const BookInProgress& book);
    [[nodiscard]] bool render_lost_takes_again(OpenedBook& book);
    [[nodiscard]] bool attempt(const PlanRecord& book, const std::function<void()>& work);
    [[nodiscard]] Digest key_of(const PlanRecord& book) const;
    void fail(const PlanRecord& book, const Error& error);
    void add_estimate(const BookReport& report, const BookInProgress& book);
    void drop(const BookInProgress* book_in_progress);
    void release_packs();
    void tell_progress(const std::string& musician);

    const Job& job_;
    RunListener& listener_;
    History history_;
    DocumentCache documents_;
    TakeStore store_;
    MachineNotes notes_;
    Bookshelf shelf_;
    BookOpener opener_;
    TakeScheduler scheduler_;

    std::size_t next_book_ = 0;          ///< of the plan, to be opened
    std::vector<OpenedBook> open_books_; ///< in the order in which they were opened
    FinishedBooks finished_books_;

    RunReport report_;
    RunProgress progress_;
};

} // namespace recital
