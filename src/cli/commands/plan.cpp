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

void print_report(const PartReport& part) {
    print_message("{}: {} texts, read in {:.1f} s{}\n", part.file, part.texts, part.seconds,
                  part.failed == 0 ? "" : fmt::format(", {} sources failed", part.failed));
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
        const PlanReport plan = options.parts.empty()
                                    ? make_plan(options.job, options.file, options.arguments, reporter)
                                    : merge_parts(options.job, options.parts, options.file, reporter);
        return tell(options, reporter, plan, plan.summary.books);
    } catch (const Interrupted&) {
        reporter.stop();
        throw;
    }
}

} // namespace recital
