// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"

#include <cstddef>

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

/// {"done":{...}}, the last line. With `planned` it has the estimated CPU time.
void print_json_done(const RunReport& run, std::size_t warnings, std::size_t skipped, bool planned);

} // namespace recital
