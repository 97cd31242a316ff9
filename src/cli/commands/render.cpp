// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/render.h"

#include "cli/output/exit_code.h"
#include "cli/output/run_reporter.h"
#include "studio/process/signals.h"
#include "studio/render.h"

namespace recital {

int run_render(const RenderOptions& options) {
    RunReporter reporter(options.json, options.quiet, options.job.dry_run);
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
