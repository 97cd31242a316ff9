// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"

namespace recital {

/// Renders the shards of a plan that the job names, one after the other. Books that an earlier attempt at a
/// shard has made are kept, and those that it could not make are not tried again, unless the cause was
/// transient. Each shard leaves a manifest. Throws as `render` does.
[[nodiscard]] RunReport render_shards(const Job& job, RunListener& listener);

} // namespace recital
