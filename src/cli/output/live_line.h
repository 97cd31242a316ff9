// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"

#include <cstddef>
#include <string>

namespace recital {

/// How far a run is, in less than `columns` columns: a terminal would break a longer line, and what is to
/// replace it would be written below. The less there is room for, the less it says; the time left comes
/// first. At least one take must be done. `elapsed` is the time since the run began, in seconds.
[[nodiscard]] std::string live_line(const RunProgress& progress, double elapsed, std::size_t columns);

} // namespace recital
