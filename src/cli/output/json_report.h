// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"

namespace recital {

/// The report of a run as JSON Lines on standard output, each line as soon as its thing has happened;
/// schema 1.

/// {"schema":1,"book":{...}}, or with `planned` {"schema":1,"plan":{...}} of the same shape. Times in
/// seconds.
void print_json_book(const BookReport& book, bool planned);

/// {"failed":{...}}
void print_json_failure(const FailureReport& failure);

/// {"done":{...}}, the last line.
void print_json_done(const RunReport& run);

} // namespace recital
