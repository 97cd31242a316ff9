// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/render.h"

#include "cli/output/exit_code.h"
#include "cli/output/json_report.h"
#include "cli/output/progress_display.h"
#include "studio/process/signals.h"
#include "studio/render.h"

namespace recital {

namespace {

/// Tells both the person and, where asked, the program that called.
class Reporter : public RunListener {
public:
    explicit Reporter(const RenderOptions& options)
        : json_(options.json), dry_run_(options.job.dry_run), display_(options.quiet, options.job.dry_run) {}

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
            print_json_book(book, dry_run_);
        }
    }

    void on_failure(const FailureReport& failure) override {
        display_.show_failure(failure);
        if (json_) {
            print_json_failure(failure);
        }
    }

    void stop() { display_.stop(); }

    void finish(const RunReport& run) {
        display_.finish(run);
        if (json_) {
            print_json_done(run, display_.recap(), dry_run_);
        }
    }

private:
    bool json_;
    bool dry_run_;
    ProgressDisplay display_;
};

} // namespace

int run_render(const RenderOptions& options) {
    Reporter reporter(options);
    RunReport run;
    try {
        run = render(options.job, reporter);
    } catch (const Interrupted&) {
        reporter.stop();
        throw;
    }
    reporter.finish(run);
    if (run.failed == 0) {
        return exit_all_done;
    }
    return run.books > 0 ? exit_some_failed : exit_no_book;
}

} // namespace recital
