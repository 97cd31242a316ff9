// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/recap.h"
#include "studio/job/report.h"

namespace recital {

/// The report of a run as JSON Lines on standard output, each line as soon as its thing has happened;
/// schema 1.

/// {"schema":1,"book":{...}}, or with `planned` {"schema":1,"plan":{...}} of the same shape. Times in
/// seconds.
void print_json_book(const BookReport& book, bool planned);

/// {"failed":{...}}
void print_json_failure(const FailureReport& failure);

/// {"warning":{...}}, also if the person was not shown it because it is like others.
void print_json_warning(const Diagnostic& warning);

/// {"notice":{...}}
void print_json_notice(const Diagnostic& notice);

/// {"skipped":{...}}
void print_json_skipped(const SkippedReport& skipped);

/// {"done":{...}}, the last line. With `planned` it has the estimated CPU time. What
/// came more than once is counted in it by cause.
void print_json_done(const RunReport& run, const Recap& recap, bool planned);

} // namespace recital
