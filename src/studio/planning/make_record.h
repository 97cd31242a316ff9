// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/job/report.h"
#include "studio/planning/plan_record.h"
#include "studio/planning/text_facts.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// The record of a book, without the names of its files, from what is known of its texts. `musician`,
/// `distinction` and `reason` are those of its group (see BookGroup), empty for a book of one text.
[[nodiscard]] PlanRecord make_record(std::span<const TextFacts> texts, std::vector<SourceRef> sources,
                                     const std::string& musician, const std::string& distinction,
                                     const std::string& reason);

/// Tells the listener what came up when texts were grouped.
void tell_of_grouping(std::span<const Diagnostic> diagnostics, RunListener& listener);

} // namespace recital
