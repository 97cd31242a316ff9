// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/merge.h"

#include "cli/output/amount_text.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/json_report.h"
#include "cli/output/messages.h"
#include "cli/output/print.h"
#include "studio/manifest/manifest_merge.h"

namespace recital {

namespace {

void print_report(const MergeReport& merged) {
    print_message("{} of {} books are made: {} of audio, {}\n", merged.made, merged.planned,
                  duration_text(merged.seconds), file_size(merged.bytes));
    const auto print_count = [](std::uint64_t count, const char* what) {
        if (count > 0) {
            print_message("{} {}\n", count, what);
        }
    };
    print_count(merged.failed,
                "failed: make them again with `recital render --retry-failed` and the manifest");
    print_count(merged.missing, "are missing: run their shards again");
    print_count(merged.doubled, "are there twice, with different files");
    print_message("Manifest: {}\n", merged.root);
}

void print_json(const MergeReport& merged) {
    print_json_line({{"schema", json_schema},
                     {"merged",
                      {{"manifest", merged.root.string()},
                       {"segments", merged.segments},
                       {"planned", merged.planned},
                       {"made", merged.made},
                       {"failed", merged.failed},
                       {"missing", merged.missing},
                       {"doubled", merged.doubled},
                       {"audio_seconds", merged.seconds},
                       {"bytes", merged.bytes}}}});
}

} // namespace

int run_merge(const MergeOptions& options) {
    Messages messages;
    const auto fail = [&](const FailureReport& failure) {
        messages.fail(failure);
        if (options.json) {
            print_json_failure(failure);
        }
    };
    const MergeReport merged = merge_manifests(
        options.output, PlanFile(options.plan),
        [&messages](const Diagnostic& problem) { messages.warn(problem); }, fail);
    messages.finish_warnings();
    messages.finish_failures();
    print_report(merged);
    if (options.json) {
        print_json(merged);
    }
    if (merged.is_complete() && merged.failed == 0) {
        return exit_all_done;
    }
    return merged.made > 0 ? exit_some_failed : exit_no_book;
}

} // namespace recital
