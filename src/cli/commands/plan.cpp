// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan.h"

#include "cli/output/amount_text.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/print.h"
#include "cli/output/run_reporter.h"
#include "studio/process/signals.h"
#include "studio/sharding/make_plan.h"

namespace recital {

namespace {

void print_report(const PlanReport& plan) {
    print_message("{}: {} books, {} of speech\n", plan.file, plan.summary.books,
                  duration_text(plan.summary.seconds));
    print_message("To make them takes an estimated {} of CPU time and {} in {} files\n",
                  duration_text(plan.cpu_seconds), file_size(plan.bytes), plan.files);
    print_message("Planned in {:.1f} s{}\n", plan.seconds,
                  plan.failed == 0 ? "" : fmt::format(", {} sources failed", plan.failed));
}

void print_json(const PlanReport& plan, const Recap& recap) {
    print_json_line({{"schema", json_schema},
                     {"planned",
                      {{"file", plan.file.string()},
                       {"content", plan.summary.content.hex()},
                       {"books", plan.summary.books},
                       {"failed", plan.failed},
                       {"skipped", recap.skipped()},
                       {"warnings", recap.warnings()},
                       {"audio_seconds", plan.summary.seconds},
                       {"files", plan.files},
                       {"bytes", plan.bytes},
                       {"cpu_seconds", plan.cpu_seconds},
                       {"seconds", plan.seconds}}}});
}

} // namespace

int run_plan(const PlanOptions& options) {
    watch_signals();
    RunReporter reporter(options.json, options.quiet, true);
    PlanReport plan;
    try {
        plan = make_plan(options.job, options.file, options.arguments, reporter);
    } catch (const Interrupted&) {
        reporter.stop();
        throw;
    }
    reporter.stop();
    if (!options.quiet) {
        print_report(plan);
    }
    if (options.json) {
        print_json(plan, reporter.recap());
    }
    if (plan.failed == 0) {
        return exit_all_done;
    }
    return plan.summary.books > 0 ? exit_some_failed : exit_no_book;
}

} // namespace recital
