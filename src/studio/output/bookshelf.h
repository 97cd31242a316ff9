// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/book_in_progress.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/job/settings_digest.h"
#include "studio/output/book_files.h"
#include "studio/output/book_ledger.h"
#include "studio/output/staged_book.h"
#include "studio/planning/book_names.h"
#include "studio/planning/plan_record.h"
#include "studio/store/machine_notes.h"

namespace recital {

/// Where a run puts its books: gives each its name among those that are there, writes its files, and reports
/// books of earlier runs that nothing makes any more.
class Bookshelf {
public:
    /// Job, notes and listener outlive this object.
    Bookshelf(const Job& job, MachineNotes& notes, RunListener& listener);

    /// Finds the book's files their names, and completes what it states of its origin. Once for each book, in
    /// the order of the plan. Throws an `output` error.
    void name(BookPlan& plan, const Document& document);

    /// Keeps a book of an earlier run as it is, in place of `name` and `put_in_place`: its files have the
    /// name that it wants. False if another book of this run has taken the name.
    [[nodiscard]] bool keep(const PlanRecord& record, const BookReport& report);

    /// Gives the files of a complete book their names. If another run took one in the meantime, the book gets
    /// another one, which is entered in the report, too. Throws like `StagedBook::put_in_place`.
    void put_in_place(StagedBook& staged, BookInProgress& book, BookReport& report);

    /// At the end of a run that was not stopped.
    void finish();

private:
    [[nodiscard]] std::string remark_on_name(const BookPlan& plan) const;
    void move_to(const BookFiles& files, BookInProgress& book) const;

    const Job& job_;
    MachineNotes& notes_;
    RunListener& listener_;
    BookNames names_;
    SettingsDigest settings_;
    BookLedger ledger_;
};

} // namespace recital
