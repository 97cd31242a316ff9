// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/progress_display.h"

#include "base/time_text.h"
#include "base/unicode.h"
#include "cli/output/amount_text.h"
#include "cli/output/live_line.h"
#include "cli/output/place_text.h"
#include "cli/output/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace recital {

namespace {

constexpr std::size_t max_rows = 40;
constexpr std::size_t max_name_columns = 60;
constexpr std::size_t table_columns = 55; // without the names

/// As much of a name as the terminal has room for beside the table.
std::size_t name_columns() {
    constexpr std::size_t min_columns = 12;
    return is_message_terminal() ? std::clamp(message_columns() - std::min(message_columns(), table_columns),
                                              min_columns, max_name_columns)
                                 : max_name_columns;
}

constexpr std::chrono::milliseconds redraw_interval{100};

void print_chapters(const BookReport& book) {
    print_message("  about {}{}\n", book.musician,
                  book.reason.empty() ? "" : fmt::format(", named by {}", book.reason));
    if (!book.birth_name.empty()) {
        print_message("  born {}\n", book.birth_name);
    }
    for (const NameCandidate& candidate : book.candidates) {
        print_message("  {:>4}  {}: {}\n", candidate.score, candidate.name, candidate.evidence);
    }
    const FileReport& file = book.files.front();
    for (const ChapterReport& chapter : file.chapters) {
        print_message("  {:>8}  {}\n", time_text(static_cast<double>(chapter.first_sample) / file.rate),
                      chapter.title);
    }
}

} // namespace

ProgressDisplay::ProgressDisplay(bool quiet, bool planned)
    : quiet_(quiet), planned_(planned), terminal_(is_live_terminal()), messages_(quiet) {
    messages_.before_each([this] { clear_line(); });
}

void ProgressDisplay::clear_line() {
    if (line_shown_) {
        print_message("\r\x1B[K");
        line_shown_ = false;
    }
}

void ProgressDisplay::show_warning(const Diagnostic& diagnostic) {
    messages_.warn(diagnostic);
}

void ProgressDisplay::show_notice(const Diagnostic& notice) {
    messages_.notify(notice);
}

void ProgressDisplay::show_skipped(const SkippedReport& skipped) {
    messages_.skip(skipped);
}

void ProgressDisplay::show_failure(const FailureReport& failure) {
    messages_.fail(failure);
}

void ProgressDisplay::show_progress(const RunProgress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (quiet_ || planned_ || !terminal_ || progress.takes_done == 0 || now - last_shown_ < redraw_interval) {
        return;
    }
    last_shown_ = now;
    const double elapsed = std::chrono::duration<double>(now - start_).count();
    print_message("\r\x1B[K{}", Whole{live_line(progress, elapsed, message_columns())});
    line_shown_ = true;
}

void ProgressDisplay::show_book(const BookReport& book) {
    if (quiet_) {
        return;
    }
    clear_line();
    std::vector<std::string> files;
    for (const FileReport& file : book.files) {
        files.push_back(file.file.string());
    }
    for (const std::string& source : book.sources) {
        print_message("{} -> {}\n", source, joined(files, ", "));
    }
    if (planned_) {
        print_chapters(book);
    }
    if (rows_.size() >= max_rows) {
        ++untold_books_;
        return;
    }
    for (const FileReport& file : book.files) {
        rows_.push_back({shown_in_columns(book.musician, name_columns()), file.format, file.chapters.size(),
                         file.seconds(), file.bytes, file.takes_rendered, file.takes_reused});
    }
}

void ProgressDisplay::finish(const RunReport& run) {
    clear_line();
    messages_.finish_warnings();
    if (quiet_) {
        messages_.finish_failures();
        return;
    }
    print_table();
    recap().print_rest();
    print_totals(run);
}

void ProgressDisplay::stop() {
    clear_line();
    messages_.finish_warnings();
    messages_.finish_failures();
}

void ProgressDisplay::print_totals(const RunReport& run) const {
    const auto counted = [](std::size_t count, const char* what) {
        return count == 0 ? std::string() : fmt::format(", {} {}", count, what);
    };
    const bool is_unchanged = run.books > 0 && run.unchanged == run.books;
    print_message("{} {}{} in {:.1f} s{}{}{}\n", run.books, run.books == 1 ? "book" : "books",
                  planned_       ? " planned"
                  : is_unchanged ? " unchanged"
                                 : "",
                  run.seconds, counted(is_unchanged ? 0 : run.unchanged, "unchanged"),
                  counted(run.failed, "failed"), counted(recap().skipped(), "skipped"));
    if (planned_ && run.books > 0) {
        print_message("To make {} takes an estimated {} of CPU time: {} of audio, {}\n",
                      run.books == 1 ? "it" : "them", duration_text(run.totals.cpu_seconds),
                      duration_text(run.totals.audio_seconds), file_size(run.totals.bytes));
    }
}

void ProgressDisplay::print_table() const {
    if (rows_.empty()) {
        return;
    }
    std::size_t width = 8;
    for (const Row& row : rows_) {
        width = std::max(width, columns_of(row.musician));
    }
    const auto pad = [width](const std::string& name) { return padded_to_columns(name, width); };
    print_message("\n{}  Format  Chapters  Duration     Size  Rendered  Reused\n", pad("Musician"));
    for (const Row& row : rows_) {
        print_message("{}  {:<6}  {:>8}  {:>8}  {:>7}  {:>8}  {:>6}\n", pad(row.musician), row.format,
                      row.chapters, time_text(row.seconds), file_size(row.bytes), row.rendered, row.reused);
    }
    if (untold_books_ > 0) {
        print_message("and {} more\n", untold_books_);
    }
}

} // namespace recital
