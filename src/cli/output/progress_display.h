// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/messages.h"
#include "studio/job/report.h"

#include <chrono>
#include <string>
#include <vector>

namespace recital {

/// Shows a run to the person on standard error: one live line on a terminal, plain lines elsewhere, and a
/// table of the books at the end.
class ProgressDisplay {
public:
    /// `quiet` leaves nothing but warnings and errors; `planned` words everything as a plan.
    ProgressDisplay(bool quiet, bool planned);
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    void show_warning(const Diagnostic& diagnostic);
    void show_notice(const Diagnostic& notice);
    void show_progress(const RunProgress& progress);
    void show_book(const BookReport& book);
    void show_skipped(const SkippedReport& skipped);
    void show_failure(const FailureReport& failure);
    void finish(const RunReport& run);
    /// In place of `finish` if the run is stopped.
    void stop();

    /// What was said so far, for its counts.
    [[nodiscard]] const Recap& recap() const { return messages_.recap(); }

private:
    void clear_line();
    void print_table() const;
    void print_totals(const RunReport& run) const;

    struct Row {
        std::string musician;
        std::string format;
        std::size_t chapters;
        double seconds;
        std::uint64_t bytes;
        std::size_t rendered;
        std::size_t reused;
    };

    bool quiet_;
    bool planned_;
    bool terminal_;
    bool line_shown_ = false;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_shown_;
    std::vector<Row> rows_;
    Messages messages_;
    std::size_t untold_books_ = 0; ///< more than a table has room for
};

} // namespace recital
