// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/json_report.h"
#include "cli/output/progress_display.h"

namespace recital {

/// Tells both the person and, where asked, the program that called.
class RunReporter : public RunListener {
public:
    /// `quiet` and `planned`: see ProgressDisplay.
    RunReporter(bool json, bool quiet, bool planned)
        : json_(json), planned_(planned), display_(quiet, planned) {}

    void on_warning(const Diagnostic& diagnostic) override {
        display_.show_warning(diagnostic);
        if (json_) {
            print_json_warning(diagnostic);
        }
    }

    void on_notice(const Diagnostic& notice) override {
        display_.show_notice(notice);
        if (json_) {
            print_json_notice(notice);
        }
    }

    void on_skipped(const SkippedReport& skipped) override {
        display_.show_skipped(skipped);
        if (json_) {
            print_json_skipped(skipped);
        }
    }

    void on_progress(const RunProgress& progress) override { display_.show_progress(progress); }

    void on_book(const BookReport& book) override {
        display_.show_book(book);
        if (json_) {
            print_json_book(book, planned_);
        }
    }

    void on_failure(const FailureReport& failure) override {
        display_.show_failure(failure);
        if (json_) {
            print_json_failure(failure);
        }
    }

    /// In place of `finish` if the run is stopped.
    void stop() { display_.stop(); }

    [[nodiscard]] const Recap& recap() const { return display_.recap(); }

    void finish(const RunReport& run) {
        display_.finish(run);
        if (json_) {
            print_json_done(run, display_.recap(), planned_);
        }
    }

private:
    bool json_;
    bool planned_;
    ProgressDisplay display_;
};

} // namespace recital
