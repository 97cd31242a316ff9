// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"

namespace recital {

/// Renders a job: every musician's biography becomes one chaptered audio file. One bad source costs its own
/// book and is told to the listener; the others go on. With `Job::dry_run` each book is reported as planned
/// and nothing is written. If nothing has changed since the last run of the job, the books are reported as
/// they are. Throws a `usage` error for what the job asks impossibly, other errors where no book at all can
/// be made, and Stopped when a signal asked to stop.
[[nodiscard]] RunReport render(const Job& job, RunListener& listener);

} // namespace recital
