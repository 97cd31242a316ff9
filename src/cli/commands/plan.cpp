// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan.h"

#include "cli/output/amount_text.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/print.h"
#include "cli/output/run_reporter.h"
#include "studio/machine_costs.h"
#include "studio/planning/cost_estimate.h"
#include "studio/process/signals.h"
#include "studio/sharding/make_plan.h"

namespace recital {

namespace {

/// A plan, and what it takes to make its books.
struct CostedPlan : PlanReport {
    MachineCosts costs;
    double cpu_seconds = 0;
};

void print_report(const CostedPlan& plan) {
    print_message("{}: {} books, {} of speech\n", plan.file, plan.summary.books,
                  duration_text(plan.summary.seconds));
    print_message(
        "To make them takes an estimated {} of CPU time on machines like this one, and {} in {} files\n",
        duration_text(plan.cpu_seconds), file_size(plan.bytes), plan.files);
    print_message("Measured here: {:.4f} s of CPU time for a second of speech, {:.3f} s for a book\n",
                  plan.costs.a_second_of_speech, plan.costs.a_book);
    print_message("Planned in {:.1f} s{}\n", plan.seconds,
                  plan.failed == 0
                      ? ""
                      : fmt::format(", {} {} failed", plan.failed, plan.failed == 1 ? "source" : "sources"));
}

void print_json(const CostedPlan& plan, const Recap& recap) {
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
                       {"cpu_seconds_a_second_of_speech", plan.costs.a_second_of_speech},
                       {"cpu_seconds_a_book", plan.costs.a_book},
                       {"seconds", plan.seconds}}}});
}

void print_report(const PartReport& part) {
    print_message("{}: {} texts, read in {:.1f} s{}\n", part.file, part.texts, part.seconds,
                  part.failed == 0
                      ? ""
                      : fmt::format(", {} {} failed", part.failed, part.failed == 1 ? "source" : "sources"));
}

void print_json(const PartReport& part, const Recap& recap) {
    print_json_line({{"schema", json_schema},
                     {"planned",
                      {{"file", part.file.string()},
                       {"texts", part.texts},
                       {"failed", part.failed},
                       {"skipped", recap.skipped()},
                       {"warnings", recap.warnings()},
                       {"seconds", part.seconds}}}});
}

/// As measured; where that is not possible, as on the machine that docs/measurements.md names.
MachineCosts costs_of(const Job& job) {
    try {
        return measure_costs(job);
    } catch (const Error& error) {
        print_warning({fmt::format("what a book costs on this machine cannot be measured: {}", error.what()),
                       error.place()});
        MachineCosts costs;
        for (const FormatSettings& format : job.formats) {
            costs.a_second_of_speech += estimate_cpu_seconds(format, 1);
        }
        return costs;
    }
}

/// Tells what was made of how many texts or books, and returns the exit code.
template <typename Report>
int tell(const PlanOptions& options, RunReporter& reporter, const Report& report, std::uint64_t made) {
    reporter.stop();
    if (!options.quiet) {
        print_report(report);
    }
    if (options.json) {
        print_json(report, reporter.recap());
    }
    if (report.failed == 0) {
        return exit_all_done;
    }
    return made > 0 ? exit_some_failed : exit_no_book;
}

} // namespace

int run_plan(const PlanOptions& options) {
    watch_signals();
    RunReporter reporter(options.json, options.quiet, true);
    try {
        if (options.shard) {
            const PartReport part =
                make_part(options.job, *options.shard, options.file, options.arguments, reporter);
            return tell(options, reporter, part, part.texts);
        }
        CostedPlan plan{options.parts.empty()
                            ? make_plan(options.job, options.file, options.arguments, reporter)
                            : merge_parts(options.job, options.parts, options.file, reporter),
                        {},
                        0};
        if (!options.quiet || options.json) { // measuring takes a second of CPU time
            plan.costs = costs_of(options.job);
        }
        plan.cpu_seconds = plan.costs.of(plan.summary.books, plan.summary.seconds);
        return tell(options, reporter, plan, plan.summary.books);
    } catch (const Interrupted&) {
        reporter.stop();
        throw;
    }
}

} // namespace recital
